/** What of highlights and the element needs no document: the index, the cutting, and that a server may import them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Intervals } from '../../dist/highlight/intervals.js';
import { pieces } from '../../dist/items.js';

const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]) => ({ start, end: start + length })), { maxLength: 40 });

test('the index finds what a look at every span finds', () => {
  fc.assert(
    fc.property(spans, fc.nat(50), fc.nat(5), (all, start, length) => {
      const end = start + length;
      const wanted = all.filter((s) => s.start < end && s.end > start);
      const found = new Intervals(all).over(start, end);
      assert.equal(found.length, wanted.length);
      assert.deepEqual(new Set(found), new Set(wanted));
      found.forEach((s, i) => assert.ok(i === 0 || found[i - 1].start <= s.start));
    }),
    { numRuns: 1000 },
  );
});

test('pieces lie side by side and each has all that lies over it', () => {
  fc.assert(
    fc.property(spans, (all) => {
      let at = -1;
      for (const { start, end, over } of pieces(all)) {
        assert.ok(at <= start && start < end);
        at = end;
        assert.deepEqual(new Set(over), new Set(all.filter((s) => s.start < s.end && s.start <= start && s.end >= end)));
      }
      const length = [...pieces(all)].reduce((n, p) => n + p.end - p.start, 0);
      assert.equal(length, new Set(all.flatMap((s) => Array.from({ length: s.end - s.start }, (_, i) => s.start + i))).size);
    }),
    { numRuns: 1000 },
  );
});

test('a server may import what needs a document, and defining does nothing there', async () => {
  const { define, CopydeskView } = await import('../../dist/element/index.js');
  define();
  assert.equal(typeof CopydeskView, 'function');
  const { readText } = await import('../../dist/highlight/index.js');
  assert.throws(() => readText(undefined), { name: 'CopydeskError', code: 'BAD_TARGET' });
});
