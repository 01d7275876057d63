/**
 * The packed package in every bundler and runtime that newsrooms use: each consumer of the folder `consumers` is built, run, and has
 * to say what Node says. What can't be installed here fails by its name.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve.mjs';
import { ENGINES } from '../browser/drivers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const own = join(root, 'tests/packaging/consumers');
const tools = join(own, 'node_modules');
const folder = mkdtempSync(join(tmpdir(), 'copydesk-consumers-'));
const require = createRequire(join(own, 'package.json'));

let expected;
let server;
let browser;

/** Runs a command among the consumers and gives what it printed. */
function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, env: { ...process.env, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1', DO_NOT_TRACK: '1', ...env } });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (out += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(`${command} ${args.join(' ')} ended with ${code}\n${out}`))));
  });
}

const bin = (name) => join(tools, '.bin', name);

/** Bun's own installer isn't run (no script of a package is): this is where npm has put its binary. */
const bun = () => join(tools, `@oven/bun-${process.platform}-${process.arch === 'arm64' ? 'aarch64' : 'x64'}/bin/bun`);

function says(out) {
  assert.ok(out.split('\n').includes(expected), out);
}

/** Opens a page of the consumers and waits until it says so. */
async function shows(path) {
  await browser.goto(new URL(path, server.url).href);
  await titled(path);
}

async function titled(what) {
  let title = '';
  for (const end = Date.now() + 60_000; title !== expected && Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
    // A page that is being exchanged answers nothing.
    title = await browser.run(() => document.title).catch(() => title);
  }
  assert.equal(title, expected, what);
}

const html = (script, type = 'module') => `<!doctype html><html lang="en"><title>Starting</title><script type="${type}" src="${script}"></script>`;

function page(path, script, type) {
  mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, path, 'index.html'), html(script, type));
}

before(async () => {
  const stamp = join(tools, '.copydesk-lock');
  const lock = createHash('sha256').update(readFileSync(join(own, 'package-lock.json'))).digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: own, encoding: 'utf8' });
    // What is missing then is told by each consumer that needs it.
    if (done.status === 0) writeFileSync(stamp, lock);
    else console.error(`npm ci of the consumers failed:\n${done.stdout}${done.stderr}`);
  }
  const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], { cwd: root, encoding: 'utf8' });
  assert.equal(packed.status, 0, packed.stderr);
  const archive = readdirSync(folder).find((f) => f.endsWith('.tgz'));
  mkdirSync(join(folder, 'node_modules'));
  spawnSync('tar', ['-xzf', archive, '-C', 'node_modules'], { cwd: folder });
  cpSync(join(folder, 'node_modules/package'), join(folder, 'node_modules/copydesk'), { recursive: true });
  rmSync(join(folder, 'node_modules/package'), { recursive: true });
  cpSync(join(folder, archive), join(folder, 'copydesk.tgz'));
  for (const file of readdirSync(own)) {
    if (/\.(js|ts|capnp)$/.test(file)) cpSync(join(own, file), join(folder, file));
  }
  // The tools' own plugins, for the configurations that import them.
  for (const scope of ['@rollup', '@web']) if (existsSync(join(tools, scope))) symlinkSync(join(tools, scope), join(folder, 'node_modules', scope));
  writeFileSync(join(folder, 'package.json'), '{"name":"consumers","private":true,"type":"module","dependencies":{"copydesk":"*"}}');
  writeFileSync(join(folder, '_headers'), '');
  page('.', './main.js');
  expected = (await run('node', ['main.js'])).trim();
  assert.match(expected, /^copydesk 1 \S/);
  server = await serve({ folder });
  browser = await ENGINES[0][1]();
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const script of ['all.js', 'worker.js', 'inline.js']) {
  test(`Node: ${script}`, async () => says(await run('node', [script])));
}
for (const script of ['all.js', 'worker.js', 'inline.js']) {
  test(`Deno: ${script}`, async () =>
    says(await run(bin('deno'), ['run', '--no-remote', '--no-lock', '--node-modules-dir=manual', '--allow-read', '--allow-env', script])));
}
for (const script of ['all.js', 'worker.js', 'inline.js']) {
  test(`Bun: ${script}`, async () => says(await run(bun(), ['run', '--no-install', script])));
}

test('workerd', async () => {
  await run(bin('esbuild'), ['workerd.js', '--bundle', '--format=esm', '--external:copydesk.wasm', '--outfile=workerd/bundle.js']);
  says(await run(bin('workerd'), ['test', 'workerd.capnp']));
});

test('a plain page without any tool', async () => {
  const read = (name) => readFileSync(join(folder, name), 'utf8').replace("'copydesk'", "'/node_modules/copydesk/dist/entry/web.js'").replace("'copydesk/worker'", "'/node_modules/copydesk/dist/worker/web.js'");
  for (const name of ['main', 'worker']) {
    writeFileSync(join(folder, `plain-${name}.js`), read(`${name}.js`));
    page(`plain/${name}`, `/plain-${name}.js`);
    await shows(`plain/${name}/`);
  }
});

test('esbuild', async () => {
  const bundle = ['--bundle', '--format=esm', '--loader:.wasm=file', '--log-level=warning'];
  await run(bin('esbuild'), ['esbuild.js', 'esbuild-worker.js', 'thread=node_modules/copydesk/dist/worker/thread.js', 'inline.js', ...bundle, '--outdir=esbuild']);
  for (const name of ['esbuild', 'esbuild-worker', 'inline']) {
    page(`esbuild/${name}`, `/esbuild/${name}.js`);
    await shows(`esbuild/${name}/`);
  }
});

test('Recogito loads the annotations and paints each over its words', async () => {
  const bundle = ['--bundle', '--format=esm', '--log-level=warning', `--alias:@recogito/text-annotator=${join(tools, '@recogito/text-annotator')}`];
  await run(bin('esbuild'), ['recogito.js', ...bundle, '--outdir=recogito']);
  page('recogito', './recogito.js');
  writeFileSync(join(folder, 'recogito/index.html'), html('./recogito.js').replace('<script', '<link rel="stylesheet" href="recogito.css"><body></body><script'));
  await shows('recogito/');
});

test('Rollup', async () => {
  await run(bin('rollup'), ['-c', 'rollup.config.js', '--silent']);
  page('rollup', './main.js');
  await shows('rollup/');
});

test('webpack', async () => {
  const webpack = require('webpack');
  for (const name of ['main', 'worker']) {
    const stats = await new Promise((resolve, reject) => {
      const settings = { mode: 'production', context: folder, entry: `./${name}.js`, output: { path: join(folder, 'webpack', name), filename: 'bundle.js' }, performance: { hints: false } };
      webpack(settings, (error, done) => (error ? reject(error) : resolve(done)));
    });
    assert.deepEqual([stats.toJson().errors, stats.toJson().warnings], [[], []]);
    page(`webpack/${name}`, './bundle.js', 'text/javascript');
    writeFileSync(join(folder, 'webpack', name, 'index.html'), html('./bundle.js', 'text/javascript').replace('<script', '<body></body><script'));
    await shows(`webpack/${name}/`);
  }
});

test('Vite: build', async () => {
  for (const name of ['main', 'worker']) {
    page('.', `./${name}.js`);
    await run(bin('vite'), ['build', '--outDir', `vite/${name}`, '--base', './']);
    await shows(`vite/${name}/`);
  }
});

test('Vite: dev', async () => {
  const { createServer } = await import(join(tools, 'vite/dist/node/index.js'));
  for (const name of ['main', 'worker']) {
    page('.', `./${name}.js`);
    const dev = await createServer({ root: folder, configFile: join(folder, 'vite.config.js'), cacheDir: join(folder, `.vite-${name}`), server: { port: 0, host: 'localhost', fs: { strict: false } } });
    try {
      await dev.listen();
      await browser.goto(dev.resolvedUrls.local[0]);
      await titled(name);
    } finally {
      await dev.close();
    }
  }
});

for (const [resolution, module] of [['nodenext', 'nodenext'], ['bundler', 'es2022']]) {
  test(`strict TypeScript: ${resolution}`, () =>
    run('node', [
      ...[join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'],
      ...['--target', 'es2022', '--lib', 'es2023,dom,dom.iterable', '--types', '', '--module', module, '--moduleResolution', resolution, 'strict.ts'],
    ]));
}

test('publint and attw find nothing', async () => {
  await run('node', [join(root, 'node_modules/publint/src/cli.js'), 'node_modules/copydesk', '--strict']);
  await run(bin('attw'), ['copydesk.tgz', '--profile', 'esm-only', '--no-emoji', '--exclude-entrypoints', './copydesk.wasm', './slim.wasm', './schema.json']);
});
