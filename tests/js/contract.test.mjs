/** The contract: its shape, its offsets, and that results are plain data. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, schemaVersion } from '../../dist/contract.js';
import { desk, faults, gold, nasty, seed } from './help.mjs';

test('the seed article is read: something of every list is found, all of it in place', () => {
  const analysis = desk.analyze(seed);
  assert.deepEqual(faults(analysis, seed), []);
  for (const list of ['quotes', 'numbers', 'entities', 'names']) assert.ok(analysis[list].length > 0, `no ${list}`);
});

test('an empty text has the lists of the contract, in their order', () => {
  assert.equal(
    JSON.stringify(desk.analyze('')),
    `{"schemaVersion":${schemaVersion},"language":"en","quotes":[],"marks":[],"numbers":[],"entities":[],"names":[],"checks":[]}`,
  );
});

for (const { name, text } of nasty()) {
  test(`nasty: ${name}`, () => assert.deepEqual(faults(desk.analyze(text, { nested: true }), text), []));
}

test('the gold articles have no fault', { skip: gold() === '' && 'no gold articles at hand' }, () => {
  for (const line of gold().trim().split('\n')) {
    const { id, text, ref } = JSON.parse(line);
    assert.deepEqual(faults(desk.analyze(text, { reference: ref ?? undefined, nested: true }), text), [], id);
  }
});

test('results survive JSON and structuredClone', () => {
  const analysis = desk.analyze(seed, { nested: true });
  assert.deepEqual(JSON.parse(JSON.stringify(analysis)), analysis);
  assert.deepEqual(structuredClone(analysis), analysis);
});

test('the same text has the same analysis again', () => {
  assert.equal(JSON.stringify(desk.analyze(seed)), JSON.stringify(desk.analyze(seed)));
});

test('a reader that keeps only some kinds finds the same in them', () => {
  const all = desk.analyze(seed);
  const some = desk.analyze(seed, { kinds: ['numbers'] });
  assert.deepEqual(some.numbers, all.numbers);
  assert.deepEqual([some.quotes, some.marks, some.entities, some.names, some.checks], [[], [], [], [], []]);
});

test('words of another schema version are refused', () => {
  assert.throws(() => decode(new Uint32Array(16), ''), RangeError);
  assert.throws(() => decode(new Uint32Array(3), ''), RangeError);
});
