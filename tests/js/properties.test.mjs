/** Whatever the text: every span lies in it and says what stands there, lists are in order, nothing is thrown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { desk, faults } from './help.mjs';

/** Any UTF-16 unit, halves of characters too, which fast-check's own strings leave out. Marks and digits come more often. */
const unit = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'“”"\'‘’ .,\n') },
  { weight: 3, arbitrary: fc.constantFrom(...'0123456789$€%-–/:') },
  { weight: 3, arbitrary: fc.integer({ min: 0x41, max: 0x7a }).map((c) => String.fromCharCode(c)) },
  { weight: 1, arbitrary: fc.integer({ min: 0xd800, max: 0xdfff }).map((c) => String.fromCharCode(c)) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)) },
);
const units = fc.array(unit, { maxLength: 300 }).map((parts) => parts.join(''));

/** Bits of news in any order: most of what random units never reach. */
const bits = [
  'Ada Brown', 'Mr Lee', 'the ministry', 'Larkmouth', 'NATO', 'he', 'she', 'said', 'told', 'according to', 'added', 'that', 'who', '“', '”', '"', '‘', '’',
  ',', '.', '?', '!', ':', ';', '—', '\n', '\n\n', '(', ')', '$5', '5', '5.5', '1,000', 'million', 'bn', 'per cent', '%', 'one', 'twenty-five', 'half',
  'a third', 'Nov. 8', 'Monday', '2016', '3 p.m.', '5-6', 'between', 'and', 'to', 'more than', 'about', 'years', 'km', 'aged', 'U.S.', '👩‍👧', '\uD83D', '’s',
];
const news = fc
  .array(fc.tuple(fc.constantFrom(...bits), fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 120 })
  .map((parts) => parts.flat().join(''));

const options = fc.record(
  {
    nested: fc.boolean(),
    reference: fc.constantFrom('2024-02-29', '1999-12-31T23:59'),
    outletCountry: fc.constantFrom('US', 'au', 'GB'),
    kinds: fc.subarray(['quotes', 'indirect', 'numbers', 'entities', 'checks']),
  },
  { requiredKeys: [] },
);

const RUNS = Number(process.env.COPYDESK_RUNS ?? 400);

for (const [name, texts] of Object.entries({ units, news })) {
  test(`no fault in any text of ${name}`, () => {
    fc.assert(
      fc.property(texts, options, (text, settings) => assert.deepEqual(faults(desk.analyze(text, settings), text), [])),
      { numRuns: RUNS },
    );
  });
}

test('any options give an analysis or a typed error', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true, withSparseArray: true }), (value) => {
      for (const settings of [value, { house: value }, { house: { names: [value] } }, { reference: value, kinds: [value] }]) {
        try {
          desk.analyze('Ada Brown', settings);
        } catch (error) {
          assert.equal(error.code, 'BAD_OPTION', String(error));
        }
      }
    }),
    { numRuns: RUNS },
  );
});
