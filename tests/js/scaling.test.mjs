/** Time grows with the text and no faster: twice the text takes at most 2.3 times as long, whatever it is made of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { line } from '../../dist/cli/common.js';
import { docxText, htmlText, markdownText } from '../../www/app/in/formats.js';
import { strToU8, zipSync } from '../../www/lib/fflate.js';
import { ADVERSARIAL, desk } from './help.mjs';
import { PIECES, Writer } from './writer.mjs';

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
function time(work, text) {
  collect();
  const start = performance.now();
  work(text);
  return performance.now() - start;
}

/**
 * How many times as long the longer text takes. Both are timed by turns, and of each the quickest run counts: what an engine does beside
 * the work, and who else wants the processor, only ever add. While that looks like too much there are more runs; a square stays one.
 */
function ratio(work, make) {
  const [small, large] = [make(SMALL), make(LARGE)];
  const best = { small: Infinity, large: Infinity };
  const end = performance.now() + PATIENCE;
  for (let i = 0; i < LEAST || (performance.now() < end && best.large > LIMIT * best.small); i++) {
    best.small = Math.min(best.small, time(work, small));
    best.large = Math.min(best.large, time(work, large));
  }
  // Under half a millisecond the clock and the call itself are what is measured.
  return best.large < 0.5 ? 1 : best.large / best.small;
}

function grows(what, work, make) {
  test(`twice the ${what}`, () => {
    time(work, make(LARGE));
    const found = ratio(work, make);
    assert.ok(found <= LIMIT, `${found.toFixed(2)} times as long`);
  });
}

const analyze = (text) => desk.analyze(text);
for (const [name, make] of Object.entries(ADVERSARIAL)) grows(name, analyze, make);

/** How many texts are made of phrases that are repeated, and by what they are chosen. */
const [TEXTS, SEED] = [Number(process.env.TEXTS ?? 50), Number(process.env.SEED ?? 1)];

test('twice as much of whatever is repeated', () => {
  const writer = new Writer(SEED);
  const some = (most, of) => Array.from({ length: 1 + writer.below(most) }, of);
  for (let i = 0; i < TEXTS; i += 1) {
    const phrases = some(3, () => some(4, () => PIECES[writer.below(PIECES.length)]).join(''));
    const make = (n) => phrases.map((phrase) => phrase.repeat(n / phrases.length / phrase.length)).join('');
    const [small, large] = [8000, 32_000].map((n) => Math.min(...Array.from({ length: 3 }, () => time(analyze, make(n)))));
    // Four times the text; those that took longer are looked at again.
    const found = large < 7 * small ? 1 : ratio(analyze, make);
    assert.ok(found <= LIMIT, `${found.toFixed(2)} times as long: ${JSON.stringify(phrases)}`);
  }
});

/** What begins something in a file and never ends it. */
const BEGINNINGS = {
  HTML: ['<', '<a', '<a ', '</a', '<a/', '<a =', '<!', '<!--', '<script>', '<a "', `<a "'`, '<a"<a"', '<a ">', '&a', ' ', '<p>'],
  Markdown: ['![', '![](', '[', '[](', '[a](', '[a][', '[![](', '*', '**a', '_', '__a ', '`', '# ', '- ', '=', '> ', '\\', ' ', '\n'],
  Word: ['<w:t ', '<w:t>', '<w:t', '<w:moveFrom ', '<w:tr ', '</w:tc>', '<w:p>', '</w:p>', '<w:t>&a'],
};
const READERS = { HTML: htmlText, Markdown: markdownText, Word: docxText };
for (const [kind, beginnings] of Object.entries(BEGINNINGS)) {
  const read = (file) => Array.from(READERS[kind](file)).length;
  for (const part of beginnings) {
    const make = (n) => `a${part.repeat(n / part.length)}a`;
    grows(`${kind} of ${JSON.stringify(part)}`, read, kind === 'Word' ? (n) => zipSync({ 'word/document.xml': strToU8(make(n)) }) : make);
  }
}

grows('blanks in a line of a report', line, (n) => `a${' '.repeat(n)}a`);
