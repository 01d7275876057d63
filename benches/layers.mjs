// npm run bench -- --layers: each layer alone, in wasm, on 100 KB of news.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { median, root, texts } from "./texts.mjs";

const LAYERS = ["document", "numbers", "entities", "quotes", "everything"];

export async function layers() {
  execFileSync("cargo", ["build", "--quiet", "--profile", "wasm", "--package", "benches", "--target", "wasm32-unknown-unknown"], { cwd: root, stdio: "inherit" });
  const bytes = fs.readFileSync(path.join(root, "target/wasm32-unknown-unknown/wasm/benches.wasm"));
  const module = await WebAssembly.compile(bytes);
  // The boundary's imports come along with the crate; no layer calls them.
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => 0;
  const instance = await WebAssembly.instantiate(module, imports);
  const { memory, room, take, run } = instance.exports;
  const text = texts().news100k;
  const encoded = new TextEncoder().encode(text);
  // Making room may move the memory, so it comes first.
  const place = room(encoded.length);
  new Uint8Array(memory.buffer).set(encoded, place);
  take();
  const words = text.split(/\s+/).length;
  console.log(`\nEach layer alone, wasm in node ${process.version}, ${(encoded.length / 1024).toFixed(0)} KB of news, median of 9\n`);
  console.log("| layer | ms | MB/s | words/s |\n|---|---|---|---|");
  for (const [number, name] of LAYERS.entries()) {
    // The first run of a call finds what the layer rests on: timed as the difference of many runs and none.
    run(number, 2);
    const time = (runs) => {
      const start = performance.now();
      run(number, runs);
      return performance.now() - start;
    };
    const ms = median(Array.from({ length: 9 }, () => Math.max(0, time(6) - time(1)) / 5));
    console.log(`| ${name} | ${ms.toFixed(2)} | ${(encoded.length / 1e3 / ms).toFixed(1)} | ${Math.round((words / ms) * 1000).toLocaleString("en")} |`);
  }
}
