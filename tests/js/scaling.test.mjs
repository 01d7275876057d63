/** Time grows with the text and no faster: twice the text takes at most 2.3 times as long, whatever it is made of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADVERSARIAL, desk } from './help.mjs';

const LIMIT = 2.3;
const [SMALL, LARGE] = [50_000, 100_000];

function time(text) {
  const start = performance.now();
  desk.analyze(text);
  return performance.now() - start;
}

function median(values) {
  return values.sort((a, b) => a - b)[values.length >> 1];
}

/** Both lengths are timed by turns, so that what else the machine does falls on both. */
function ratio(make) {
  const [small, large] = [make(SMALL), make(LARGE)];
  const times = { small: [], large: [] };
  for (let i = 0; i < 7; i++) {
    times.small.push(time(small));
    times.large.push(time(large));
  }
  // Under half a millisecond the clock and the call itself are what is measured.
  return median(times.large) < 0.5 ? 1 : median(times.large) / median(times.small);
}

for (const [name, make] of Object.entries(ADVERSARIAL)) {
  test(`twice the ${name}`, () => {
    time(make(LARGE));
    // A busy machine can spoil a measurement, so one over the limit is taken again; a square stays one.
    let best = Infinity;
    for (let i = 0; i < 5 && best > LIMIT; i++) best = Math.min(best, ratio(make));
    assert.ok(best <= LIMIT, `${best.toFixed(2)} times as long`);
  });
}
