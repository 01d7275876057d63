/** The worker in Node: the drills, and the real thing. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { load } from '../../dist/worker/node.js';
import { drills } from './drills/scenario.js';
import { desk as local, nasty, seed } from './help.mjs';
import { Writer } from './writer.mjs';

const wasm = readFileSync(new URL('../../dist/wasm/copydesk.wasm', import.meta.url));
const shared = new WebAssembly.Module(wasm);
const source = (code) => new Worker(code, { eval: true });

const results = await drills({
  load,
  worker: (kind) =>
    ({
      good: () => new Worker(new URL('drills/thread-node.js', import.meta.url)),
      none: () => new Worker(new URL('drills/none.js', import.meta.url)),
      broken: () => source('this is no script'),
      mute: () => source('setInterval(() => {}, 1000)'),
    })[kind](),
  sources: {
    none: () => Promise.reject(new Error('there is no such file')),
    half: () => wasm.subarray(0, wasm.length / 2),
    page: () => new TextEncoder().encode('<!doctype html><title>Not found</title>'),
    other: () => new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)),
  },
  tellsEnds: true,
});
for (const [name, wrong] of Object.entries(results)) test(`drill: ${name}`, () => assert.equal(wrong, null));

test('the worker gives what the desk gives', async () => {
  const desk = await load();
  // The long one comes in parts.
  for (const text of [seed, seed.repeat(30), ...nasty().map((n) => n.text)]) {
    const options = { nested: true };
    assert.equal(JSON.stringify(await desk.analyze(text, options)), JSON.stringify(local.analyze(text, options)));
  }
  await assert.rejects(desk.analyze('x', { house: { patterns: [{ pattern: '(' }] } }), { code: 'BAD_OPTION', option: 'house.patterns[0].pattern' });
  desk.dispose();
});

test('a session in the worker gives what a session gives, and more of them than are remembered', async () => {
  const desk = await load();
  const all = [];
  for (let i = 0; i < 10; i++) {
    const options = i % 2 === 0 ? undefined : { nested: true };
    all.push({ far: await desk.session(seed, options), near: local.session(seed, options), writer: new Writer(i + 1) });
  }
  for (let round = 0; round < 4; round++) {
    for (const { far, near, writer } of all) {
      const edit = writer.next(near.text);
      assert.equal(JSON.stringify(await far.update(edit)), JSON.stringify(near.update(edit)));
      assert.equal(far.text, near.text);
    }
  }
  const [{ far, near }] = all;
  const [first, last] = [far.update({ from: 0, to: 0, insert: 'Ada ' }), far.update({ from: 4, to: 4, insert: 'Brown ' })];
  await assert.rejects(first, { code: 'SUPERSEDED' });
  // The changes are those of both edits.
  assert.equal(JSON.stringify(await last), JSON.stringify(near.update({ from: 0, to: 0, insert: 'Ada Brown ' })));
  desk.dispose();
});

test('of a session its edits are asked, and the whole text where the thread has another', async () => {
  const asked = [];
  const worker = () => {
    const thread = new Worker(new URL('../../dist/worker/thread-node.js', import.meta.url));
    const post = thread.postMessage.bind(thread);
    thread.postMessage = (question) => {
      asked.push(question.text);
      // Now and then an edit is of another text than the one that is there.
      post(asked.length % 5 === 0 && question.text?.length > 0 ? { ...question, text: { ...question.text, length: question.text.length + 1 } } : question);
    };
    return thread;
  };
  const desk = await load({ worker, wasm: shared });
  const [far, near, writer] = [await desk.session(seed), local.session(seed), new Writer(7)];
  const EDITS = 60;
  for (let i = 0; i < EDITS; i++) {
    const edit = writer.next(near.text);
    assert.equal(JSON.stringify(await far.update(edit)), JSON.stringify(near.update(edit)));
  }
  desk.dispose();
  const edits = asked.filter((text) => text?.insert !== undefined);
  assert.equal(edits.length, EDITS);
  assert.ok(edits.reduce((n, { insert }) => n + insert.length, 0) < EDITS * 200);
  // The first time, and as often as the edit did not fit.
  assert.equal(asked.filter((text) => typeof text === 'string').length, 1 + asked.filter((text, i) => (i + 1) % 5 === 0 && text.insert !== undefined).length);
});

test('a worker that nobody waits for lets the process end', () => {
  const url = new URL('../../dist/worker/node.js', import.meta.url);
  const code = `import { load } from '${url}'; const desk = await load(); console.log((await desk.analyze('Ada')).schemaVersion);`;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8', timeout: 60_000 });
  assert.deepEqual([stdout, status], ['1\n', 0]);
});

test('fifty desks come and go, and nothing of them stays', async () => {
  let alive = 0;
  const worker = () => {
    alive += 1;
    const thread = new Worker(new URL('../../dist/worker/thread-node.js', import.meta.url));
    thread.on('exit', () => (alive -= 1));
    return thread;
  };
  const ended = [];
  for (let i = 0; i < 50; i++) {
    const desk = await load({ worker, wasm: i === 0 ? wasm : shared });
    if (i % 10 === 0) await desk.analyze(seed);
    desk.dispose();
    ended.push(desk);
  }
  for (const end = Date.now() + 30_000; alive > 0 && Date.now() < end; ) await new Promise((done) => setTimeout(done, 10));
  assert.equal(alive, 0);
});
