/** Corrections: what each does, and that whatever is corrected is an analysis as the contract has it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BY_HAND, corrected, isCorrection, moved } from '../../dist/corrections.js';
import { desk, faults, nasty, seed } from './help.mjs';

const STORY = `“We have put this off for as long as it was safe,” said Maren Oduya, the council’s director of transport.

“It is no longer safe. It will close.

“We are sorry,” Oduya said. The work will cost £14.2 million. Piet Hallam said the council had “never once asked” him.
`;
const read = desk.analyze(STORY);
const place = (layer, words, from = 0) => ({ layer, start: STORY.indexOf(words, from), end: STORY.indexOf(words, from) + words.length });
const oduya = place('entities', 'Maren Oduya');
const hallam = place('entities', 'Piet Hallam');
const correct = (...corrections) => {
  const before = structuredClone(read);
  const found = corrected(read, STORY, corrections);
  assert.deepEqual(read, before, 'what was corrected is as it was');
  assert.deepEqual(faults(found, STORY), []);
  return found;
};
const nameOf = (analysis, name) => analysis.names.find((n) => n.name === name);

test('without corrections it is the same analysis, and what is left alone are the same objects', () => {
  assert.equal(corrected(read, STORY, []), read);
  const found = correct({ do: 'drop', at: place('numbers', '£14.2 million') });
  assert.deepEqual(found.numbers, []);
  assert.ok(found.quotes.every((q, i) => q === read.quotes[i]) && found.entities.every((m, i) => m === read.entities[i]));
});

test('a quote has another speaker, with the paragraphs that go on with it, or none', () => {
  const [first, second] = read.quotes.filter((q) => q.text.includes('safe'));
  assert.ok(read.quotes.some((q) => q.continues === second.id), 'the second goes on');
  for (const [{ start, end }, name] of [[first, 'Piet Hallam'], [second, 'Piet Hallam'], [second, 'A neighbour'], [second, '']]) {
    const { quotes, names } = correct({ do: 'speaker', at: { layer: 'quotes', start, end }, name });
    const meant = quotes.filter((q, i) => q.start === start || (read.quotes[i].continues === second.id && start === second.start));
    for (const q of quotes) {
      if (!meant.includes(q)) assert.equal(q, read.quotes[q.id]);
      else assert.deepEqual([q.speakerName, names[q.speakerId]?.name, q.rule, q.confidence], [name || null, names.some((n) => n.name === name) ? name : undefined, BY_HAND, 1]);
    }
    assert.ok(name !== '' || meant.every((q) => q.speaker === null));
  }
});

test('names are retyped, renamed, merged and split', () => {
  let found = correct({ do: 'retype', at: oduya, type: 'ORG' }, { do: 'rename', at: oduya, name: 'Maren B. Oduya' });
  assert.equal(nameOf(found, 'Maren B. Oduya').type, 'ORG');
  assert.ok(found.entities.filter((m) => m.nameId === nameOf(found, 'Maren B. Oduya').id).length > 1);
  assert.ok(found.quotes.some((q) => q.speakerName === 'Maren B. Oduya') && found.quotes.every((q) => q.speakerName !== 'Maren Oduya'));

  found = correct({ do: 'merge', at: hallam, into: oduya });
  assert.equal(nameOf(found, 'Piet Hallam'), undefined);
  assert.ok(found.quotes.every((q) => q.speakerName === 'Maren Oduya'));

  found = correct({ do: 'merge', at: hallam, into: oduya }, { do: 'split', at: hallam });
  assert.deepEqual([nameOf(found, 'Piet Hallam').mentions.length, nameOf(found, 'Piet Hallam').type], [1, 'PERSON']);
  assert.equal(found.quotes.at(-1).speakerName, 'Piet Hallam');
});

test('what is none goes, and what was missed comes', () => {
  assert.equal(nameOf(correct({ do: 'dropName', at: oduya }), 'Maren Oduya')?.mentions.length ?? 0, 0);
  assert.deepEqual(correct({ do: 'drop', at: place('numbers', '£14.2 million') }, { do: 'add', at: place('numbers', '£14.2 million') }).numbers.map((n) => [n.text, n.value, n.rule]), [['£14.2 million', null, BY_HAND]]);
  const [figure] = read.numbers;
  assert.deepEqual(correct({ do: 'drop', at: place('numbers', figure.text) }, { do: 'add', at: place('numbers', figure.text), figure }).numbers.map((n) => [n.value, n.unit]), [[14_200_000, 'GBP']]);
  const found = correct({ do: 'add', at: place('entities', 'transport'), type: 'ORG' }, { do: 'add', at: place('quotes', 'It is no') });
  assert.equal(nameOf(found, 'transport').type, 'ORG');
  assert.ok(found.quotes.some((q) => q.text === 'It is no'));
  // What is there already, is blank or lies beyond the text is not added.
  for (const at of [oduya, { layer: 'numbers', start: 5, end: 5 }, { layer: 'quotes', start: 3, end: STORY.length + 1 }]) assert.deepEqual(correct({ do: 'add', at }), read);
});

test('a check goes with what answers it', () => {
  const text = 'The mill burnt in May.\n\n“Nobody knows why.”\n\nMr Quillfeather, who owned it, lost $40. “It was old,” said Carl Brandvik. Some of it was new, said Brandvick.\n';
  const { checks, ...rest } = desk.analyze(text);
  const left = (kind, what, more = {}) => {
    const check = checks.find((c) => c.kind === kind);
    const { start, end } = check.spans[0];
    const layer = ['quotes', 'numbers', 'entities'].find((l) => rest[l].some((i) => i.start === start && i.end === end));
    const found = corrected({ ...rest, checks }, text, [{ do: what, at: { layer, start, end }, ...more }]).checks;
    assert.deepEqual(found.map((c) => c.id), found.map((_, i) => i));
    return found.map((c) => c.kind);
  };
  const kinds = checks.map((c) => c.kind);
  const without = (kind) => kinds.filter((k) => k !== kind);
  assert.deepEqual(left('unattributed-quote', 'speaker', { name: 'Ada Brown' }), without('unattributed-quote'));
  assert.deepEqual(left('unattributed-quote', 'drop'), without('unattributed-quote'));
  assert.deepEqual(left('never-in-full', 'retype', { type: 'ORG' }), without('never-in-full'));
  assert.deepEqual(left('unclear-currency', 'drop'), without('unclear-currency'));
  assert.deepEqual(left('spelt-two-ways', 'retype', { type: 'ORG' }), kinds, 'two spellings stay two');
  assert.deepEqual(left('spelt-two-ways', 'drop'), without('spelt-two-ways'));
});

test('what was added is not taken for what was dropped', () => {
  const text = 'It was old, said Carl Brandvik. Some of it was new, said Brandvick. It rained in Oslo.\n';
  const analysis = desk.analyze(text);
  const place = (words) => ({ layer: 'entities', start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const [check] = analysis.checks.filter((c) => c.kind === 'spelt-two-ways');
  const { entities } = analysis;
  assert.ok(check !== undefined && entities.at(-1).text === 'Oslo');
  const before = { ...analysis, entities: entities.slice(0, -1), names: analysis.names.filter((n) => n.name !== 'Oslo') };
  const found = corrected(before, text, [{ do: 'drop', at: place('Brandvick') }, { do: 'add', at: place('Oslo'), type: 'GPE' }]);
  assert.deepEqual(found.checks.filter((c) => c.kind === 'spelt-two-ways'), []);
  assert.equal(found.entities.at(-1).text, 'Oslo');
});

test('what a correction is about may be gone', () => {
  const at = { layer: 'entities', start: 1, end: 2 };
  for (const what of ['speaker', 'retype', 'rename', 'merge', 'split', 'drop', 'dropName']) assert.deepEqual(correct({ do: what, at, name: 'A', type: 'ORG', into: at }), read, what);
});

test('corrections move with their words, and go with them', () => {
  const all = [{ do: 'split', at: { layer: 'entities', start: 10, end: 12 } }, { do: 'merge', at: { layer: 'entities', start: 2, end: 4 }, into: { layer: 'entities', start: 10, end: 12 } }];
  const before = 'aaAAaaaaaaBBaa';
  assert.deepEqual(moved(all, before, `xx${before}`).map((c) => [c.at.start, c.into?.start]), [[12, undefined], [4, 12]]);
  assert.deepEqual(moved(all, before, 'aaAAaaaaaacaa').map((c) => c.at.start), []);
  assert.deepEqual(moved(all, before, 'aaCaaaaaaBBaa').map((c) => c.at.start), [9]);
  assert.equal(moved(all, before, before), all);
  assert.deepEqual(moved(all, '', before), all);
});

test('what is no correction is refused with its code', () => {
  const at = { layer: 'quotes', start: 0, end: 1 };
  const none = [null, 5, {}, { do: 'drop' }, { do: 'toString', at }, { do: 'drop', at: { ...at, layer: 'marks' } }, { do: 'drop', at: { ...at, start: -1 } }, { do: 'drop', at: { ...at, end: '1' } }, { do: 'speaker', at }, { do: 'rename', at, name: 5 }, { do: 'merge', at }, { do: 'retype', at, type: 'Person' }, { do: 'add', at, type: 7 }];
  for (const value of none) {
    assert.ok(!isCorrection(value), JSON.stringify(value));
    assert.throws(() => corrected(read, STORY, [{ do: 'drop', at }, value]), { name: 'CopydeskError', code: 'BAD_INPUT', message: /^correction 1 / });
  }
});

test('whatever is corrected keeps the contract', () => {
  const texts = [STORY, seed, ...nasty().map((n) => n.text)].map((text) => ({ text, analysis: desk.analyze(text) }));
  const name = fc.constantFrom('', 'Maren Oduya', '__proto__', 'Somebody Else');
  const type = fc.constantFrom('PERSON', 'ORG', 'GPE', undefined);
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(fc.record({ what: fc.constantFrom('speaker', 'retype', 'rename', 'merge', 'split', 'drop', 'dropName', 'add'), layer: fc.constantFrom('quotes', 'numbers', 'entities'), i: fc.nat(), j: fc.nat(), by: fc.nat(9), name, type }), { maxLength: 6 }), ({ text, analysis }, steps) => {
      const at = (layer, i) => {
        const { start, end } = analysis[layer][i % analysis[layer].length] ?? { start: 0, end: 0 };
        return { layer, start, end };
      };
      const corrections = steps.map(({ what, layer, i, j, by, name, type }) => {
        const place = what === 'add' ? { layer, start: i % (text.length + 1), end: Math.min(text.length, (i % (text.length + 1)) + by) } : at(layer, i);
        return { do: what, at: place, ...(what === 'merge' && { into: at('entities', j) }), ...(/speaker|rename/.test(what) && { name }), ...(/retype|add/.test(what) && { type: type ?? 'PERSON' }) };
      });
      assert.deepEqual(faults(corrected(analysis, text, corrections), text), []);
    }),
  );
});
