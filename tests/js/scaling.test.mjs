/** Time grows with the text and no faster: twice the text takes at most 2.3 times as long, whatever it is made of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ADVERSARIAL, desk } from './help.mjs';

const LIMIT = 2.3;
const [SMALL, LARGE] = [50_000, 100_000];

/** Runs of each, and the milliseconds in which there are more. */
const [LEAST, PATIENCE] = [9, 20_000];

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

/**
 * By the clock: the processor's time holds that of the threads that compile, which differs more than the work. What earlier runs left is
 * collected before.
 */
function time(text) {
  collect();
  const start = performance.now();
  desk.analyze(text);
  return performance.now() - start;
}

/**
 * How many times as long the longer text takes. Both are timed by turns, and of each the quickest run counts: what an engine does beside
 * the work, and who else wants the processor, only ever add. While that looks like too much there are more runs; a square stays one.
 */
function ratio(make) {
  const [small, large] = [make(SMALL), make(LARGE)];
  const best = { small: Infinity, large: Infinity };
  const end = performance.now() + PATIENCE;
  for (let i = 0; i < LEAST || (performance.now() < end && best.large > LIMIT * best.small); i++) {
    best.small = Math.min(best.small, time(small));
    best.large = Math.min(best.large, time(large));
  }
  // Under half a millisecond the clock and the call itself are what is measured.
  return best.large < 0.5 ? 1 : best.large / best.small;
}

for (const [name, make] of Object.entries(ADVERSARIAL)) {
  test(`twice the ${name}`, () => {
    time(make(LARGE));
    const found = ratio(make);
    assert.ok(found <= LIMIT, `${found.toFixed(2)} times as long`);
  });
}
