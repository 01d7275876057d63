/** A session gives the analysis of its text, whatever was done to it, and says what an edit has changed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CopydeskError } from '../../dist/entry/node.js';
import { joined, move } from '../../dist/session/edit.js';
import { changes } from '../../dist/session/changes.js';
import { difference, told } from '../../dist/session/difference.js';
import { Desk as Core, Session as SessionCore } from '../../dist/wasm/copydesk.js';
import { desk } from './help.mjs';
import { articles, Writer } from './writer.mjs';

const LISTS = ['quotes', 'marks', 'numbers', 'entities', 'names', 'checks'];

/** How many edits the property test makes: those of all articles together. */
const EDITS = Number(process.env.EDITS ?? 10_000);

/** An item without the numbers of items, its spans so many units further back. */
function bare(item, by) {
  return JSON.stringify(item, (key, value) => {
    if (['id', 'nameId', 'speakerId', 'continues'].includes(key)) return value === null ? null : 0;
    if (key === 'mentions') return value.length;
    return key === 'start' || key === 'end' ? value - by : value;
  });
}

/** What is wrong with the changes of one list; empty if nothing is. */
function faults({ removed, added, kept }, before, now) {
  const wrong = [];
  const seen = { before: [...removed], now: [...added] };
  for (const run of kept) {
    for (let i = 0; i < run.count; i++) {
      seen.before.push(run.before + i);
      seen.now.push(run.now + i);
      const [a, b] = [bare(before[run.before + i], 0), bare(now[run.now + i], run.by)];
      if (a !== b) wrong.push(`kept ${a} as ${b}`);
    }
  }
  for (const [side, list] of [['before', before], ['now', now]]) {
    seen[side].sort((a, b) => a - b);
    if (seen[side].length !== list.length || seen[side].some((at, i) => at !== i)) wrong.push(`of ${side}: ${seen[side]}`);
  }
  return wrong;
}

test(`${EDITS} random edits give what a fresh analysis gives, byte for byte`, async () => {
  const texts = articles();
  for (const [n, article] of texts.entries()) {
    const options = [undefined, { nested: true, reference: '2018-10-04' }, { kinds: ['quotes', 'entities'] }][n % 3];
    const writer = new Writer(n + 1);
    const session = desk.session(article, options);
    let before = session.analysis;
    assert.equal(JSON.stringify(before), JSON.stringify(desk.analyze(article, options)));
    for (let i = 0; i < EDITS / texts.length; i++) {
      const old = session.text;
      const edit = writer.next(old);
      const { analysis, changes } = session.update(edit);
      const text = old.slice(0, edit.from) + edit.insert + old.slice(edit.to);
      const where = `edit ${i} of article ${n}: ${JSON.stringify(edit)} of ${JSON.stringify(old)}`;
      assert.equal(session.text, text, where);
      assert.equal(JSON.stringify(analysis), JSON.stringify(desk.analyze(text, options)), where);
      assert.equal(session.analysis, analysis);
      // As dear as the rest together.
      if (i % 8 === 0) {
        for (const list of LISTS) assert.deepEqual(faults(changes[list], before[list], analysis[list]), [], `${list} after ${where}`);
        assert.equal(JSON.stringify(await told(before, difference(before, analysis, move(edit)))), JSON.stringify(analysis), where);
      }
      before = analysis;
    }
    session.dispose();
  }
});

test('a letter in a word changes only what it touches', () => {
  const text = 'Ada Brown said “it was late”.\n\nThe repairs cost $5 million.\n\nShe told The Herald: “We paid 12 per cent.”';
  const session = desk.session(text);
  const at = text.indexOf('repairs') + 3;
  const { changes } = session.update({ from: at, to: at, insert: 'x' });
  for (const list of LISTS) assert.deepEqual([changes[list].removed, changes[list].added], [[], []], list);
  assert.deepEqual(changes.quotes.kept, [
    { before: 0, now: 0, count: 1, by: 0 },
    { before: 1, now: 1, count: 1, by: 1 },
  ]);
});

test('what an edit touches is removed and added, and evidence counts far away', () => {
  const text = 'Ada Brown paid $5 million.\n\nIt was raining in the hills and nobody came.\n\nBrown left.';
  const session = desk.session(text);
  const { analysis, changes } = session.update({ from: 0, to: 'Ada Brown'.length, insert: 'The firm' });
  assert.deepEqual(changes.numbers.removed, []);
  assert.deepEqual(changes.numbers.kept, [{ before: 0, now: 0, count: 1, by: -1 }]);
  assert.ok(changes.entities.removed.includes(0));
  assert.equal(JSON.stringify(analysis), JSON.stringify(desk.analyze(session.text)));
});

test('edits may part surrogate pairs', () => {
  const session = desk.session('Ada Brown 😀 said “no”.');
  const at = session.text.indexOf('😀');
  for (const edit of [
    { from: at + 1, to: at + 1, insert: 'x' },
    { from: at + 1, to: at + 2, insert: '' },
    { from: at + 1, to: at + 2, insert: '\uDE03 \uD83D' },
    { from: at + 3, to: at + 4, insert: '' },
  ]) {
    const { analysis } = session.update(edit);
    assert.equal(JSON.stringify(analysis), JSON.stringify(desk.analyze(session.text)));
  }
});

test('an edit that does not fit is refused and nothing has happened', () => {
  const text = 'Ada Brown left.';
  const session = desk.session(text, { maxLength: 20 });
  const before = session.analysis;
  const bad = [
    undefined,
    null,
    {},
    { from: 0, to: 1 },
    { from: 0, to: 1, insert: null },
    { from: -1, to: 1, insert: '' },
    { from: 0, to: 16, insert: '' },
    { from: 2, to: 1, insert: '' },
    { from: 0.5, to: 1, insert: '' },
    { from: NaN, to: 1, insert: '' },
    { from: '0', to: 1, insert: '' },
    { from: 0, to: Infinity, insert: '' },
  ];
  for (const edit of bad) {
    assert.throws(
      () => session.update(edit),
      (e) => e instanceof CopydeskError && e.code === 'BAD_EDIT' && /doesn't fit the text: (from|to|insert) is /.test(e.message),
      JSON.stringify(edit),
    );
  }
  assert.throws(() => session.update({ from: 0, to: 0, insert: 'too long' }), { code: 'INPUT_TOO_LARGE' });
  assert.equal(session.text, text);
  assert.equal(session.analysis, before);
  session.update({ from: 0, to: 3, insert: 'Bo' });
  assert.equal(JSON.stringify(session.analysis), JSON.stringify(desk.analyze('Bo Brown left.')));
});

test('what a session can not be made of', () => {
  assert.throws(() => desk.session(5), { code: 'NOT_TEXT' });
  assert.throws(() => desk.session('a', { kind: [] }), { code: 'BAD_OPTION' });
  assert.throws(() => desk.session('a', { reference: 'soon' }), { code: 'BAD_OPTION', option: 'reference' });
  assert.throws(() => desk.session('four', { maxLength: 3 }), { code: 'INPUT_TOO_LARGE' });
});

test('a session that was disposed of says so', () => {
  const session = desk.session('Ada Brown left.');
  const { analysis } = session;
  session.dispose();
  session.dispose();
  for (const ask of [() => session.text, () => session.analysis, () => session.update({ from: 0, to: 0, insert: 'a' })]) {
    assert.throws(ask, (e) => e instanceof CopydeskError && e.code === 'DISPOSED');
  }
  assert.equal(analysis.entities[0].text, 'Ada Brown');
});

test('options are copied, and sessions do not mind each other', () => {
  const options = { house: { names: [{ name: 'larkmouth', type: 'GPE' }] } };
  const one = desk.session('In larkmouth it rained.', options);
  const other = desk.session('In larkmouth it rained.');
  options.house.names[0].name = 'rained';
  for (const session of [one, other]) session.update({ from: 22, to: 22, insert: ' again' });
  assert.equal(one.analysis.entities[0].text, 'larkmouth');
  assert.equal(other.analysis.entities.length, 0);
  assert.equal(desk.analyze(other.text).entities.length, 0);
});

/** Lets the next calls of a session in the module stop, `times` of them. */
function stopNext(times) {
  const { read } = SessionCore.prototype;
  let left = times;
  SessionCore.prototype.read = function (...args) {
    if (left > 0) {
      left -= 1;
      throw new WebAssembly.RuntimeError('unreachable');
    }
    SessionCore.prototype.read = read;
    return read.apply(this, args);
  };
}

test('a module that stops takes no session with it', () => {
  const session = desk.session('Ada Brown said “no”.', { nested: true });
  const other = desk.session('It cost $5.');
  stopNext(1);
  session.update({ from: 0, to: 3, insert: 'Bo' });
  assert.equal(JSON.stringify(session.analysis), JSON.stringify(desk.analyze('Bo Brown said “no”.', { nested: true })));
  other.update({ from: 10, to: 10, insert: '0' });
  assert.equal(other.analysis.numbers[0].value, 50);

  const before = session.text;
  stopNext(2);
  assert.throws(() => session.update({ from: 0, to: 2, insert: 'Cy' }), { code: 'CRASHED' });
  assert.equal(session.text, before);
  session.update({ from: 0, to: 2, insert: 'Di' });
  assert.equal(session.analysis.entities[0].text, 'Di Brown');
  // Memory of an instance that is gone is not freed in another.
  const { analyze } = Core.prototype;
  Core.prototype.analyze = () => {
    Core.prototype.analyze = analyze;
    throw new WebAssembly.RuntimeError('unreachable');
  };
  desk.analyze('Ada Brown left.');
  session.dispose();
  other.dispose();
});

test('an analysis is told by the one before: what stands before the edit are the same objects, and nothing of that one changes', async () => {
  const session = desk.session(articles()[0]);
  const before = session.analysis;
  const copy = JSON.stringify(before);
  const at = session.text.indexOf(' ', session.text.length / 2);
  const edit = { from: at, to: at, insert: ' 5' };
  const { analysis } = session.update(edit);
  const { rest, kept } = structuredClone(difference(before, analysis, move(edit)));
  assert.deepEqual([rest.numbers.map((n) => n.text), rest.entities, rest.names], [['5'], [], []]);
  const now = await told(before, { rest, kept });
  assert.equal(JSON.stringify(now), JSON.stringify(analysis));
  assert.equal(JSON.stringify(before), copy);
  for (const list of ['quotes', 'numbers', 'entities']) assert.ok(before[list].every((item, i) => item.end > at || item === now[list][i]), list);
  assert.ok(now.names.every((name, i) => name === before.names[i]));
});

test('two edits in a row are one', () => {
  const writer = new Writer(7);
  let text = articles()[0].slice(0, 600);
  for (let i = 0; i < 60; i++) {
    const first = writer.next(text);
    const between = text.slice(0, first.from) + first.insert + text.slice(first.to);
    const next = writer.next(between);
    const now = between.slice(0, next.from) + next.insert + between.slice(next.to);
    const { from, to, by } = joined(move(first), move(next));
    assert.equal(now.slice(0, from), text.slice(0, from));
    assert.equal(now.slice(to + by), text.slice(to));
    const [before, after] = [desk.analyze(text), desk.analyze(now)];
    const all = changes(before, after, { from, to, by });
    for (const list of LISTS) assert.deepEqual(faults(all[list], before[list], after[list]), []);
    text = now;
  }
});
