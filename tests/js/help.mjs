/** What the JavaScript tests share: the built package, the native binary, and texts to try them on. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from '../../dist/entry/node.js';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const desk = await load();
export const bin = join(root, 'dist/bin.js');

/** The native command line: what `cargo test` built, or the release if that is newer to hand. */
export const native = ['debug', 'release'].map((p) => join(root, 'target', p, 'copydesk')).find((p) => existsSync(p));

/** Runs one of the two command lines. */
export function run(command, args, input = '') {
  const [file, before] = command === bin ? [process.execPath, [bin]] : [command, []];
  const done = spawnSync(file, [...before, ...args], { input, maxBuffer: 1 << 28 });
  // A command that refuses its arguments doesn't wait for its input.
  if (done.error && done.error.code !== 'EPIPE') throw done.error;
  return { out: done.stdout.toString(), err: done.stderr.toString(), code: done.status };
}

export const seed = readFileSync(join(root, 'tests/articles/seed.txt'), 'utf8');

/** The gold articles, where they are at hand: they are no part of the repository. */
export function gold() {
  const file = join(root, '../shared/eval/gold/dev.jsonl');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Paths below a folder with that ending. */
export function files(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((f) => f.endsWith(ending))
    .sort();
}

/** Texts that break readers, the same as those of the Rust tests: `{name, text}`. */
export function nasty() {
  return JSON.parse(readFileSync(join(root, 'tests/nasty.json'), 'utf8')).map(({ name, text, units, repeat = 1 }) => ({
    name,
    text: (text ?? String.fromCharCode(...units)).repeat(repeat),
  }));
}

/** Classes of text, each of any length, in which a careless reader takes time by the square. */
export const ADVERSARIAL = {
  letters: (n) => 'a'.repeat(n),
  digits: (n) => '7'.repeat(n),
  blanks: (n) => ' '.repeat(n),
  newlines: (n) => '\n'.repeat(n),
  'opening marks': (n) => '“a '.repeat(n / 3),
  'straight marks': (n) => '"a '.repeat(n / 3),
  apostrophes: (n) => "'a ".repeat(n / 3),
  initials: (n) => 'A.'.repeat(n / 2),
  names: (n) => 'Ada Brown '.repeat(n / 10),
  'different names': (n) => distinct(n, (i) => `Ada B${letters(i)} `),
  'name and quote': (n) => distinct(n, (i) => `“No,” said Ada B${letters(i)}.\n`),
  'number words': (n) => 'one hundred and '.repeat(n / 16),
  separators: (n) => '1,000,'.repeat(n / 6),
  money: (n) => '$5 million to '.repeat(n / 14),
  ranges: (n) => '5-6-'.repeat(n / 4),
  dates: (n) => 'Nov. 8, '.repeat(n / 8),
  cues: (n) => 'he said that she said '.repeat(n / 22),
  'according to': (n) => 'according to '.repeat(n / 13),
  parentheses: (n) => '('.repeat(n),
  'combining marks': (n) => 'a' + '\u0301'.repeat(n - 1),
  emoji: (n) => '👩‍👩‍👧‍👦'.repeat(n / 11),
  'lone surrogates': (n) => '\uD83D'.repeat(n),
  'verbs of one subject': (n) => ' and told$'.repeat(n / 10),
  'a mark at every verb': (n) => ' told„'.repeat(n / 6),
  'paragraphs of a speaker as long': (n) => `${'Brown'.repeat(n / 10)} said:${'\n\n“We won.'.repeat(n / 20)}”`,
  'reopened quotes': (n) => '“a\n\n'.repeat(n / 4),
};

function letters(i) {
  return [...String(i)].map((d) => 'abcdefghij'[Number(d)]).join('');
}

function distinct(n, part) {
  let text = '';
  for (let i = 0; text.length < n; i++) text += part(i);
  return text.slice(0, n);
}

/** Every span of an analysis with the path to it. */
export function spans(value, path = '') {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value ? [{ path, ...value }] : [];
  return own.concat(Object.entries(value).flatMap(([key, v]) => spans(v, `${path}.${key}`)));
}

/** What is wrong with an analysis whatever its text: offsets, order, references; empty if nothing is. */
export function faults(analysis, text) {
  const wrong = [];
  const say = (what) => wrong.push(what);
  for (const { path, start, end, text: words } of spans(analysis)) {
    if (!(Number.isInteger(start) && 0 <= start && start < end && end <= text.length)) say(`${path}: ${start}..${end} of ${text.length}`);
    if (text.slice(start, end) !== words) say(`${path}: ${JSON.stringify(words)} is not what stands there`);
    for (const at of [start, end]) {
      if (/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))) say(`${path}: splits a surrogate pair at ${at}`);
    }
  }
  analysis.checks.forEach(({ id, spans }, i, all) => {
    if (id !== i) say(`checks[${i}] has the id ${id}`);
    if (spans[0].start < (all[i - 1]?.spans[0].start ?? 0)) say(`checks[${i}] stands before its forerunner`);
  });
  for (const list of ['quotes', 'marks', 'numbers', 'entities']) {
    analysis[list].forEach((item, i, all) => {
      if (i > 0 && item.start < all[i - 1].start) say(`${list}[${i}] stands before its forerunner`);
      if (list !== 'marks' && item.id !== i) say(`${list}[${i}] has the id ${item.id}`);
      if ('confidence' in item && !(item.confidence >= 0 && item.confidence <= 1)) say(`${list}[${i}] has confidence ${item.confidence}`);
    });
  }
  const exists = (list, id, where) => id === null || analysis[list][id] !== undefined || say(`${where} points at ${list}[${id}]`);
  for (const q of analysis.quotes) {
    exists('quotes', q.continues, `quotes[${q.id}].continues`);
    exists('names', q.speakerId, `quotes[${q.id}].speakerId`);
  }
  for (const e of analysis.entities) exists('names', e.nameId, `entities[${e.id}].nameId`);
  for (const n of analysis.names) {
    for (const id of n.mentions) if (analysis.entities[id]?.nameId !== n.id) say(`names[${n.id}] has the foreign mention ${id}`);
  }
  return wrong;
}
