// The texts that are timed: about 5 KB, 20 KB, 100 KB and 1 MB of news. From the Wikinews articles beside the checkout where they are,
// otherwise from the articles of the tests, repeated.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

function articles() {
  const wikinews = path.join(root, "../shared/data/wikinews.jsonl");
  if (fs.existsSync(wikinews)) {
    return fs.readFileSync(wikinews, "utf8").trim().split("\n").map((line) => JSON.parse(line).text);
  }
  const folder = path.join(root, "tests/articles");
  return fs.readdirSync(folder).filter((f) => f.endsWith(".txt")).sort().map((f) => fs.readFileSync(path.join(folder, f), "utf8"));
}

function upTo(bytes, from) {
  const parts = [];
  for (let size = 0, i = 0; size < bytes; i++) {
    const text = from[i % from.length];
    parts.push(text);
    size += Buffer.byteLength(text) + 2;
  }
  const whole = Buffer.from(parts.join("\n\n")).subarray(0, bytes);
  return whole.subarray(0, whole.lastIndexOf(10)).toString("utf8");
}

export function texts() {
  const all = articles();
  const seed = fs.readFileSync(path.join(root, "tests/articles/seed.txt"), "utf8");
  return { article5k: seed, news20k: upTo(20_480, all), news100k: upTo(102_400, all), news1m: upTo(1_048_576, all) };
}

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
