// npm run bench [-- --peers] [-- --layers]: what an analysis costs, in node and in Chromium.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { imported } from "../scripts/lib.mjs";
import { layers } from "./layers.mjs";
import { median, root, texts } from "./texts.mjs";

const dist = path.join(root, "dist");
const RUNS = { article5k: 200, news20k: 40, news100k: 15, news1m: 5 };

function chromium() {
  const found = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((p) => fs.existsSync(p));
  if (!found) console.log("\nThere is no Chromium: npm test installs it; only node is timed.");
  return found;
}

// Also serialised into the page, so it names nothing outside itself.
async function measure(load, all, runs) {
  const start = performance.now();
  const desk = await load();
  desk.analyze(all.article5k);
  const rows = [{ name: "cold: import, init, first 5 KB", ms: performance.now() - start, spread: 0, bytes: 0 }];
  // An engine compiles a function well once it has run often: the articles until then tell what one visit feels, the others what warm is.
  const early = [];
  for (let i = 0; i < 200; i++) {
    const t = performance.now();
    desk.analyze(all.article5k + " ".repeat(i % 7));
    early.push(performance.now() - t);
  }
  early.splice(20);
  early.sort((a, b) => a - b);
  rows.push({ name: "article5k, the next 20", ms: early[10], spread: early[19], bytes: new TextEncoder().encode(all.article5k).length });
  for (const [name, text] of Object.entries(all)) {
    const times = [];
    for (let i = 0; i < runs[name]; i++) {
      // A new string each time, so that nothing keyed on identity can answer.
      const fresh = text + " ".repeat(i % 7);
      const t = performance.now();
      desk.analyze(fresh);
      times.push(performance.now() - t);
    }
    times.sort((a, b) => a - b);
    rows.push({ name, ms: times[times.length >> 1], spread: times[Math.floor(times.length * 0.95)], bytes: new TextEncoder().encode(text).length });
  }
  // A sentence typed in the middle of the story, one letter at a time: its words, names and figures come and go as it grows.
  const session = desk.session(all.news20k);
  const typed = " A spokesman for the Bank of Larkmouth said on Monday that 12 of its 40 branches would “close for good”.";
  const times = [];
  for (let run = 0; run < 5; run++) {
    let at = session.text.indexOf("\n", session.text.length / 2);
    for (const insert of typed) {
      const t = performance.now();
      session.update({ from: at, to: at, insert });
      times.push(performance.now() - t);
      at += 1;
    }
    session.update({ from: at - typed.length, to: at, insert: "" });
  }
  times.sort((a, b) => a - b);
  rows.push({ name: "a keystroke in news20k", ms: times[times.length >> 1], spread: times[Math.floor(times.length * 0.95)], bytes: 0 });
  session.dispose();
  return rows;
}

function table(title, rows) {
  console.log(`\n${title}\n\n| text | median ms | p95 ms | MB/s |\n|---|---|---|---|`);
  for (const r of rows) {
    const rate = r.bytes ? (r.bytes / 1e3 / r.ms).toFixed(1) : "";
    console.log(`| ${r.name} | ${r.ms.toFixed(2)} | ${r.spread ? r.spread.toFixed(2) : ""} | ${rate} |`);
  }
}

async function inNode(all) {
  const load = async () => (await import(pathToFileURL(path.join(dist, "entry/node.js")).href)).load();
  table(`node ${process.version}`, await measure(load, all, RUNS));
}

async function inChromium(all, executablePath) {
  const { default: puppeteer } = await import("puppeteer-core");
  const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
  const server = http.createServer((request, response) => {
    const name = new URL(request.url, "http://x").pathname;
    if (name === "/") return response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>bench</title>");
    const file = path.join(dist, path.normalize(name));
    if (!fs.existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[path.extname(file)] ?? "application/octet-stream" }).end(fs.readFileSync(file));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const browser = await puppeteer.launch({ executablePath, headless: true, args });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const rows = await page.evaluate(
      async (source, texts, runs) => {
        const measure = new Function(`return ${source}`)();
        return measure(async () => (await import("/entry/web.js")).load(), texts, runs);
      },
      measure.toString(),
      all,
      RUNS,
    );
    table(`headless ${await browser.version()}`, rows);
  } finally {
    await browser.close();
    server.close();
  }
}

// The peers' own benchmark, on the same texts in the same run.
function peers(all, executablePath) {
  const from = path.join(root, "../shared/bench_peers");
  if (!fs.existsSync(from)) return console.log("\nThere is no ../shared/bench_peers: no peers are timed.");
  const to = path.join(root, "target/bench_peers");
  fs.cpSync(from, to, { recursive: true });
  execFileSync("chmod", ["-R", "u+w", to]);
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent"], { cwd: to, stdio: "inherit" });
  fs.mkdirSync(path.join(to, "texts"), { recursive: true });
  for (const [name, text] of Object.entries(all)) fs.writeFileSync(path.join(to, "texts", `${name}.txt`), text);
  // The default package as a host would ship it: the folder is what `--ours` counts the size of.
  const ours = path.join(to, "ours");
  fs.rmSync(ours, { recursive: true, force: true });
  const modules = ["entry/node.js", "entry/web.js"].flatMap((entry) => [...imported(path.join(dist, entry))].map((file) => path.relative(dist, file)));
  for (const file of [...modules, "wasm/copydesk.wasm"]) {
    fs.mkdirSync(path.dirname(path.join(ours, file)), { recursive: true });
    fs.copyFileSync(path.join(dist, file), path.join(ours, file));
  }
  fs.writeFileSync(
    path.join(ours, "ours.mjs"),
    'let desk;\nexport async function init() {\n  const entry = typeof document === "undefined" ? "./entry/node.js" : "./entry/web.js";\n  desk = await (await import(entry)).load();\n}\nexport const analyze = (text) => desk.analyze(text);\n',
  );
  const where = executablePath ? ["--chromium", executablePath] : [];
  execFileSync("node", ["bench.mjs", "--ours", path.join(ours, "ours.mjs"), "--only", "compromise_full,wink", "--cap", "20", "--runs", "25", ...where], { cwd: to, stdio: "inherit" });
}

if (!fs.existsSync(path.join(dist, "copydesk.wasm")) && !fs.existsSync(path.join(dist, "wasm/copydesk.wasm"))) {
  console.error("There is no build: run npm run build first.");
  process.exit(2);
}
const all = texts();
const browser = chromium();
if (process.argv.includes("--peers")) {
  peers(all, browser);
} else if (process.argv.includes("--layers")) {
  await layers();
} else {
  await inNode(all);
  if (browser) await inChromium(all, browser);
  await layers();
}
