/** A module that stops in mid-analysis is started afresh: the text is read again, and one that stops it twice harms no other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CopydeskError, load } from '../../dist/entry/node.js';
import { Desk as Core } from '../../dist/wasm/copydesk.js';

const text = 'Ada Brown said “no”. It cost $5.';
const house = { house: { names: [{ name: 'Larkmouth', type: 'GPE' }] } };

/** Lets the next calls of the module stop, `times` of them. */
function stopNext(times) {
  const { analyze } = Core.prototype;
  let left = times;
  Core.prototype.analyze = function (...args) {
    if (left === 0) {
      Core.prototype.analyze = analyze;
      return analyze.apply(this, args);
    }
    left -= 1;
    throw new WebAssembly.RuntimeError('unreachable');
  };
}

test('a module that stopped once goes unnoticed', async () => {
  const desk = await load();
  const other = await load();
  const before = [desk.analyze(text), other.analyze(text, house)];
  stopNext(1);
  assert.deepEqual(desk.analyze(text), before[0]);
  assert.deepEqual(other.analyze(text, house), before[1]);
});

test('a text that stops it twice is refused, and the next is read', async () => {
  const desk = await load();
  const before = desk.analyze(text, house);
  stopNext(2);
  assert.throws(
    () => desk.analyze(text, house),
    (error) => error instanceof CopydeskError && error.code === 'CRASHED' && error.cause instanceof WebAssembly.RuntimeError,
  );
  assert.deepEqual(desk.analyze(text, house), before);
  for (let i = 0; i < 50; i++) {
    stopNext(1);
    assert.deepEqual(desk.analyze(text, { ...house }), before);
  }
});
