/** What of the adapters needs no editor: moving what was found through edits, places in a model's text, and following as such. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { editBetween, moved } from '../../dist/adapters/edit.js';
import { CopydeskError, follow } from '../../dist/adapters/follow.js';
import { ModelText } from '../../dist/adapters/model.js';
import { desk, root } from './help.mjs';

const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const NAMES = ['dom', 'textarea', 'tiptap', 'ckeditor5', 'lexical', 'prosemirror'];
const [dom, textarea, tiptap, ckeditor, lexical, prosemirror] = await Promise.all(NAMES.map((name) => import(`../../dist/adapters/${name}.js`)));

const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '\uD83D', '\uDE00'), { maxLength: 30 }).map((units) => units.join(''));

test('the edit between two texts makes the one of the other, and is as short as it can be', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edit = editBetween(before, after);
      if (edit === null) return assert.equal(before, after);
      const { from, to, insert } = edit;
      assert.equal(before.slice(0, from) + insert + before.slice(to), after);
      const removed = before.slice(from, to);
      if (insert !== '' && removed !== '') assert.ok(insert[0] !== removed[0] && insert.at(-1) !== removed.at(-1));
    }),
    { numRuns: 2000 },
  );
});

test('what is moved stands on its own words, and nothing is lost that the edit did not touch', () => {
  const edits = fc.tuple(text, fc.nat(30), fc.nat(5), text);
  fc.assert(
    fc.property(edits, fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 5 }))), ([before, at, length, insert], spans) => {
      const from = Math.min(at, before.length);
      const to = Math.min(before.length, from + length);
      const after = before.slice(0, from) + insert + before.slice(to);
      const items = spans.filter(([start, n]) => start + n <= before.length).map(([start, n]) => ({ start, end: start + n, entry: { text: before.slice(start, start + n) } }));
      const left = moved(items, before, after);
      for (const { start, end, entry } of left) assert.equal(after.slice(start, end), entry.text);
      const kept = new Set(left.map((i) => i.entry));
      const { from: first = 0, to: last = 0 } = editBetween(before, after) ?? {};
      for (const { start, end, entry } of items) assert.equal(kept.has(entry), before === after || end <= first || start >= last);
    }),
    { numRuns: 2000 },
  );
});

test('every unit of a model’s text is found in its place', () => {
  const part = fc.oneof(fc.constant('block'), fc.constant('line'), fc.string({ maxLength: 4 }));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const model = new ModelText();
      const places = [];
      let at = 0;
      for (const p of parts) {
        at += 1;
        if (p === 'block' || p === 'line') model[p]();
        else {
          model.add(p, 'root', at);
          for (let i = 0; i < p.length; i++) places.push(at + i);
          at += p.length;
        }
      }
      const { text } = model;
      const found = [];
      for (let i = 0; i < text.length; i++) {
        const pieces = model.pieces(i, i + 1);
        if (pieces.length === 0) assert.equal(text[i], '\n');
        else found.push(pieces[0].start);
      }
      assert.deepEqual(found, places);
      const all = model.pieces(0, text.length).reduce((n, { start, end }) => n + end - start, 0);
      assert.equal(all, places.length);
      assert.ok(!/\n{3}/.test(text.replace(/[^\n]/g, 'x')) || parts.some((p) => p.includes('\n')));
    }),
    { numRuns: 1000 },
  );
});

const rest = (time = 20) => new Promise((done) => setTimeout(done, time));

/** A host without an editor. */
function fake(text) {
  const host = {
    text,
    painted: [],
    isHere: true,
    isBusyNow: false,
    isClosed: false,
    open: (told) => Object.assign(host, { told }),
    read() {
      if (!host.isHere) throw Object.assign(new Error('gone'), { code: 'BAD_TARGET' });
      return host.text;
    },
    paint: (items) => (host.painted = items.map((i) => host.text.slice(i.start, i.end))),
    select: () => {},
    ranges: () => [],
    isBusy: () => host.isBusyNow,
    close: () => (host.isClosed = true),
    write(next) {
      host.text = next;
      host.told.edited();
    },
  };
  return host;
}

test('a text is read when typing rests, and what is painted stands there', async () => {
  const host = fake('Ada Brown came.');
  const seen = [];
  const marks = follow(host.open, desk, { delay: 1, onAnalysis: (_, text) => seen.push(text) });
  await rest();
  assert.deepEqual(host.painted, ['Ada Brown']);
  for (const end of ['a', 'al', 'all']) host.write(`Ada Brown came, ${end}`);
  await rest();
  assert.deepEqual(seen, ['Ada Brown came.', 'Ada Brown came, all']);
  assert.equal(marks.text, host.text);
  marks.dispose();
});

test('an answer that comes late is moved through the edit, and many edits make one more call', async () => {
  const host = fake('Ada Brown came.');
  const calls = [];
  const slow = { analyze: (text) => new Promise((resolve) => calls.push({ text, answer: () => resolve(desk.analyze(text)) })) };
  const marks = follow(host.open, slow, { delay: 0 });
  const texts = () => calls.map((c) => c.text);
  await rest();
  host.write('Then Ada Brown came.');
  host.write('Then, Ada Brown came.');
  await rest();
  assert.deepEqual(texts(), ['Ada Brown came.']);
  calls[0].answer();
  await rest();
  assert.deepEqual([host.painted, marks.items[0].start, texts()[1]], [['Ada Brown'], 6, host.text]);
  host.write('Then, Ada Brow came.');
  calls[1].answer();
  await rest();
  assert.ok(!host.painted.includes('Ada Brow') && calls.length === 3);
  marks.dispose();
});

for (const [where, later] of [['in the page', (value) => value], ['in a worker', (value) => rest(1).then(() => value)]]) test(`where there are sessions ${where} one is kept, told of each edit, and let go; one that failed is not asked again`, async () => {
  const host = fake('Ada Brown came.');
  const log = [];
  const live = {
    analyze: () => assert.fail('the whole text was read'),
    session(text) {
      log.push(`open ${text}`);
      const session = {
        text,
        get analysis() {
          return desk.analyze(session.text);
        },
        update({ from, to, insert }) {
          log.push([from, to, insert]);
          session.text = session.text.slice(0, from) + insert + session.text.slice(to);
          if (insert === '!') throw new CopydeskError('CRASHED', 'it stopped');
          return later({ analysis: session.analysis });
        },
        dispose: () => log.push('closed'),
      };
      return later(session);
    },
  };
  const errors = [];
  const marks = follow(host.open, live, { delay: 0, onError: (error) => errors.push(error.code) });
  await rest();
  host.write('Then Ada Brown came.');
  await rest();
  await marks.refresh();
  assert.deepEqual([host.painted, marks.text], [['Ada Brown'], 'Then Ada Brown came.']);
  host.write('Then Ada Brown came.!');
  await rest();
  await marks.refresh();
  assert.deepEqual([host.painted, marks.text, errors], [['Ada Brown'], 'Then Ada Brown came.!', ['CRASHED']]);
  marks.dispose();
  assert.deepEqual(log, ['open Ada Brown came.', [0, 0, 'Then '], [20, 20, '!'], 'closed', 'open Then Ada Brown came.!', 'closed']);
  // One that opens after the end is closed as well.
  const late = follow(fake('Lee').open, live, { delay: 0 });
  const waiting = late.refresh().catch(() => {});
  while (!log.includes('open Lee')) await null;
  late.dispose();
  await waiting;
  await rest();
  assert.deepEqual(log.slice(log.indexOf('open Lee')), ['open Lee', 'closed']);
});

test('painting waits while the host is busy', async () => {
  const host = fake('Ada Brown came.');
  host.isBusyNow = true;
  const marks = follow(host.open, desk, { delay: 1 });
  await rest();
  assert.deepEqual(host.painted, []);
  host.isBusyNow = false;
  await rest(120);
  assert.deepEqual(host.painted, ['Ada Brown']);
  marks.dispose();
});

test('a failed analysis is told, leaves the marks and does not stop what follows', async () => {
  const host = fake('Ada Brown came.');
  let isBroken = false;
  const failing = { analyze: (text) => (isBroken ? desk.analyze(5) : desk.analyze(text)) };
  const errors = [];
  const marks = follow(host.open, failing, { delay: 0, onError: (error) => errors.push(error.code) });
  await rest();
  isBroken = true;
  host.write('Ada Brown came. Yes');
  await rest();
  await assert.rejects(marks.refresh(), { code: 'NOT_TEXT' });
  assert.deepEqual([errors, host.painted], [['NOT_TEXT'], ['Ada Brown']]);
  isBroken = false;
  host.write('Ada Brown came. Yes.');
  await rest();
  assert.equal(marks.text, host.text);
  marks.dispose();
});

test('an editor that is not there is no error, until somebody asks for it', async () => {
  const host = fake('Ada Brown came.');
  host.isHere = false;
  const errors = [];
  const marks = follow(host.open, desk, { delay: 0, onError: (error) => errors.push(error) });
  await rest();
  await assert.rejects(marks.refresh(), { code: 'BAD_TARGET' });
  marks.show(['quotes', 'entities']);
  host.isHere = true;
  host.told.edited();
  await rest();
  assert.deepEqual([errors, host.painted], [[], ['Ada Brown']]);
  marks.dispose();
});

test('after it was disposed of nothing happens, and what waits is told', async () => {
  const host = fake('Ada Brown came.');
  let signal;
  const endless = { analyze: (_text, _options, call) => new Promise((_, reject) => (signal = call.signal).addEventListener('abort', () => reject(signal.reason))) };
  const marks = follow(host.open, endless, { delay: 0, onError: () => assert.fail('told') });
  const waiting = assert.rejects(marks.refresh(), { name: 'CopydeskError', code: 'DISPOSED' });
  await rest(5);
  marks.dispose();
  marks.dispose();
  await waiting;
  assert.ok(signal.aborted && host.isClosed);
  host.told.edited();
  marks.show([]);
  marks.select(null);
  await rest();
  await assert.rejects(marks.refresh(), { code: 'DISPOSED' });
  assert.deepEqual([host.painted, marks.items, marks.atPoint(0, 0)], [[], [], []]);
});

test('wrong settings are told by name', () => {
  const wrong = (options, by = desk) => {
    try {
      follow(fake('').open, by, options).dispose();
    } catch ({ name, code, option }) {
      return `${name} ${code} ${option}`;
    }
  };
  assert.equal(wrong({ dealy: 1 }), 'CopydeskError BAD_OPTION dealy');
  assert.equal(wrong({ delay: '1' }), 'CopydeskError BAD_OPTION delay');
  assert.equal(wrong({ delay: Number.NaN }), 'CopydeskError BAD_OPTION delay');
  assert.equal(wrong({ layers: ['verbs'] }), 'CopydeskError BAD_OPTION layers');
  assert.equal(wrong({ layers: 'quotes' }), 'CopydeskError BAD_OPTION layers');
  assert.equal(wrong({}, null), 'CopydeskError BAD_OPTION desk');
  assert.equal(wrong({}, {}), 'CopydeskError BAD_OPTION desk');
  assert.equal(wrong({ layers: [] }), undefined);
});

test('a server may import every entry; what needs a document says so', async () => {
  assert.equal(globalThis.document, undefined);
  for (const [name, entry] of Object.entries(manifest.exports)) {
    if (!/\.(json|wasm)$|thread$/.test(name)) await import(new URL(entry.default ?? entry, `file://${root}`).href);
  }
  const bad = { name: 'CopydeskError', code: 'BAD_TARGET' };
  const nothing = [undefined, null, {}];
  for (const none of nothing) {
    assert.throws(() => dom.followElement(none, desk), bad);
    assert.throws(() => textarea.followTextarea(none, desk), bad);
    assert.throws(() => tiptap.followTiptap(none, desk, {}), bad);
    assert.throws(() => ckeditor.followCKEditor(none, desk), bad);
    assert.throws(() => lexical.followLexical(none, desk), bad);
  }
  assert.throws(() => prosemirror.proseMirror(desk, {}), { code: 'BAD_OPTION', option: 'modules' });
});
