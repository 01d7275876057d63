/** Every error is a CopydeskError with its code; nothing is thrown raw. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CopydeskError } from '../../dist/entry/node.js';
import { desk } from './help.mjs';

function thrown(work) {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof CopydeskError, `raw ${error}`);
    return error;
  }
  return assert.fail('nothing was thrown');
}

for (const text of [undefined, null, 5, {}, [], new String('a'), Symbol('a'), 5n]) {
  test(`no text: ${String(text)} ${typeof text}`, () => assert.equal(thrown(() => desk.analyze(text)).code, 'NOT_TEXT'));
}

const circle = {};
circle.house = circle;

for (const [options, option, words] of [
  [{ refrence: '2024-01-01' }, 'refrence', /unknown field `refrence`.*`reference`/],
  [{ reference: 'Monday' }, 'reference', /YYYY-MM-DD/],
  [{ reference: 5 }, 'reference', /expected a string/],
  [{ kinds: 'quotes' }, 'kinds', /expected a sequence/],
  [{ kinds: ['quotes', 'verbs'] }, 'kinds[1]', /"verbs"/],
  [{ language: 'tlh' }, 'language', /"en"/],
  [{ outletCountry: 'Narnia' }, 'outletCountry', /two letters/],
  [{ nested: 'yes' }, 'nested', /expected a boolean/],
  [{ maxLength: -1 }, 'maxLength', /expected u32/],
  [{ maxLength: 1.5 }, 'maxLength', /expected u32/],
  [{ maxLength: NaN }, 'maxLength', /expected u32/],
  [{ maxLength: 2n }, 'maxLength', /expected u32/],
  [{ house: { name: [] } }, 'house.name', /unknown field/],
  [{ house: { names: [{ name: 'Larkmouth' }] } }, 'house.names[0]', /missing field `type`/],
  [{ house: { names: [{ name: 'Larkmouth', type: 'TOWN' }] } }, 'house.names[0].type', /GPE/],
  [{ house: { names: [{ name: ' ', type: 'GPE' }] } }, 'house.names[0]', /blank/],
  [{ house: { cues: [1] } }, 'house.cues[0]', /expected a string/],
  [{ house: { patterns: [{ pattern: '(' }] } }, 'house.patterns[0].pattern', /unclosed group/],
  [{ house: { patterns: [{ pattern: 'x*' }] } }, 'house.patterns[0].pattern', /matches nothing/],
  [{ house: { patterns: [{ pattern: '(a{1000}){1000}' }] } }, 'house.patterns[0].pattern', /size/],
  [circle, 'house.house', /unknown field/],
  [5, 'options', /number, expected an object/],
  ['en', 'options', /string/],
  [[], 'options', /sequence/],
]) {
  test(`bad option ${option}: ${words}`, () => {
    const error = thrown(() => desk.analyze('Ada Brown', options));
    assert.equal(error.code, 'BAD_OPTION');
    assert.equal(error.option, option);
    assert.match(error.message, words);
    assert.match(error.message, new RegExp(`^option ${option.replace(/[[\].]/g, '\\$&')}: `));
  });
}

test('options that are null or undefined are not given', () => {
  const plain = desk.analyze('Ada Brown paid $5.');
  for (const options of [null, undefined, {}, { kinds: null, house: undefined, reference: null }]) {
    assert.deepEqual(desk.analyze('Ada Brown paid $5.', options), plain);
  }
});

test('a text over the limit is refused, one at the limit is read', () => {
  const error = thrown(() => desk.analyze('a'.repeat(2_000_001)));
  assert.equal(error.code, 'INPUT_TOO_LARGE');
  assert.match(error.message, /2000001 UTF-16 units, more than 2000000/);
  assert.equal(thrown(() => desk.analyze('👩‍👧', { maxLength: 4 })).code, 'INPUT_TOO_LARGE');
  desk.analyze('👩‍👧', { maxLength: 5 });
  desk.analyze('a'.repeat(2_000_001), { maxLength: 2_000_001 });
});

test('a wrong option leaves the desk as good as before', () => {
  const before = JSON.stringify(desk.analyze('Ada Brown paid $5.'));
  thrown(() => desk.analyze('Ada Brown paid $5.', { kinds: ['x'] }));
  assert.equal(JSON.stringify(desk.analyze('Ada Brown paid $5.')), before);
});

test('many options objects leave no desks behind', () => {
  for (let i = 0; i < 2000; i++) desk.analyze('Ada Brown', { maxLength: 1000 + i });
});
