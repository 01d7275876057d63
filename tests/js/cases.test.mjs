/** The shared cases of tests/cases against the built wasm: what tests/cases.rs does with the Rust core. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'smol-toml';
import { desk, files, root } from './help.mjs';

const folder = join(root, 'tests/cases');

function same(wanted, got) {
  if (wanted === false && got === null) return true;
  if (typeof wanted === 'string' && typeof got === 'object' && got !== null) return got.text === wanted;
  return JSON.stringify(wanted) === JSON.stringify(got);
}

/** What is wrong with one case; empty if nothing is. */
function problems(list, { text, expect = [], reject = [], partial = false, reference, outletCountry, house }) {
  const items = desk.analyze(text, { reference, outletCountry, house })[list];
  const wantsIndirect = expect.some((e) => e.kind === 'indirect');
  const left = items.filter((i) => wantsIndirect || i.kind !== 'indirect');
  const found = [];
  for (const wanted of expect) {
    // Names have no text of their own: they are known by their name.
    const key = 'text' in wanted ? 'text' : 'name';
    const place = left.findIndex((i) => i[key] === wanted[key]);
    if (place === -1) {
      found.push(`missing ${JSON.stringify(wanted[key])}`);
      continue;
    }
    const [item] = left.splice(place, 1);
    for (const [field, value] of Object.entries(wanted)) {
      const got = item[field] ?? null;
      if (!same(value, got)) found.push(`${wanted[key]}: ${field} should be ${JSON.stringify(value)}, is ${JSON.stringify(got)}`);
    }
  }
  if (!partial) found.push(...left.map((i) => `extra ${JSON.stringify(i)}`));
  for (const word of reject) {
    const start = text.indexOf(word);
    assert.notEqual(start, -1, `${word} is not in ${text}`);
    const touching = items.filter((i) => i.start < start + word.length && i.end > start);
    found.push(...touching.map((i) => `${word} should not be ${JSON.stringify(i)}`));
  }
  return found;
}

for (const file of files(folder, '.toml')) {
  test(`cases ${file}`, () => {
    const { case: cases } = parse(readFileSync(join(folder, file), 'utf8'));
    assert.ok(cases.length > 0, 'the file holds no case');
    const failed = cases.flatMap((c) => problems(basename(dirname(file)), c).map((p) => `${c.text}\n    ${p}`));
    assert.deepEqual(failed, []);
  });
}
