/** Where the module may come from, and what is said when it doesn't. The first source that works serves for good, so it is last. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { CopydeskError, load, schemaVersion, version } from '../../dist/entry/node.js';

const wasm = readFileSync(new URL('../../dist/wasm/copydesk.wasm', import.meta.url));
const page = '<!doctype html><title>Not found</title>';

let server;
let url;
before(async () => {
  server = createServer((request, response) => {
    const [status, type, body] = {
      '/copydesk.wasm': [200, 'application/wasm', wasm],
      '/plain.wasm': [200, 'application/octet-stream', wasm],
      '/page.wasm': [200, 'text/html', page],
      '/lying.wasm': [200, 'application/wasm', page],
      '/half.wasm': [200, 'application/wasm', wasm.subarray(0, wasm.length / 2)],
    }[request.url] ?? [404, 'text/html', page];
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

async function refused(source, words) {
  await assert.rejects(load({ wasm: source }), (error) => {
    assert.ok(error instanceof CopydeskError, `raw ${error}`);
    assert.equal(error.code, 'LOAD_FAILED');
    assert.match(error.message, words);
    return true;
  });
}

test('a missing file is named with its status', () => refused(`${url}/none.wasm`, /none\.wasm answered 404/));
test('a page in place of the module is told as such', () => refused(new URL(`${url}/page.wasm`), /page\.wasm is an HTML page instead of WebAssembly/));
test('a page that says it is a module', () => refused(`${url}/lying.wasm`, /lying\.wasm is an HTML page instead of WebAssembly/));
test('half a module', () => refused(`${url}/half.wasm`, /no whole WebAssembly module/));
test('half the bytes', () => refused(wasm.subarray(0, 1000), /the bytes given is no whole/));
test('no bytes', () => refused(new Uint8Array(), /no whole WebAssembly module/));
test('a server that is not there', () => refused('http://127.0.0.1:9/x.wasm', /can't be fetched/));
test('a response that failed', () => refused(fetch(`${url}/none.wasm`), /answered 404/));
test('a promise that fails', () => refused(Promise.reject(new Error('no luck')), /no luck/));
test('something else', () => refused({}, /no URL, Response, bytes or WebAssembly\.Module/));
test('a module of something else', () => refused(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)), /not that of Copydesk/));

test('after all that, a good source starts it', async () => {
  const [first, second] = await Promise.all([load({ wasm: fetch(`${url}/plain.wasm`) }), load()]);
  assert.deepEqual(first.analyze('Ada Brown'), second.analyze('Ada Brown'));
  assert.equal(schemaVersion, 1);
  assert.match(version, /^\d+\.\d+\.\d+$/);
});

test('a browser asks for few files, and knows all of them once it has read the entry', () => {
  const imported = (file) => [...readFileSync(file, 'utf8').matchAll(/\b(?:from|import) ['"](\.[^'"]+)['"]/g)].map(([, path]) => new URL(path, file).href);
  for (const entry of ['entry/web', 'entry/slim', 'entry/inline', 'worker/web', 'worker/thread']) {
    const known = imported(new URL(`../../dist/${entry}.js`, import.meta.url));
    assert.ok(known.length > 1 && known.length < 6, `${entry}: ${known}`);
    for (const file of known) assert.deepEqual(imported(new URL(file)).filter((path) => !known.includes(path)), [], entry);
  }
});
