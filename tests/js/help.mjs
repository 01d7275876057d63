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

/** Texts that break readers: one of each class that a careless tool trips over. */
export const NASTY = {
  empty: '',
  blank: ' \n\t\r\n ',
  'one letter': 'a',
  'one mark': '“',
  'only marks': '“”"\'‘’«»„“”',
  unclosed: '“We will stay, said Ada Brown.\n\nThe vote is on Friday. “It is late,” said Bo Lee.',
  crossed: '“We ‘will” stay’, said Ada Brown.',
  reopened: '“We came.\n\n“We saw.\n\n“We left,” said Ada Brown.',
  NUL: 'Ada\0Brown said “no\0” to $5\0million.',
  BOM: '\uFEFFAda Brown said: “No.”\uFEFF',
  CRLF: 'Ada Brown said:\r\n\r\n“No.”\r\n\r\nIt cost $5 million.\r',
  'line separators': 'Ada Brown said:\u2028“No.”\u2029It cost\u0085$5.',
  'odd spaces': 'Ada\u00A0Brown said\u2009“5\u202Fmillion\u3000people”\u200B left\u2060.',
  joiners: 'A\u200Dda B\u200Crown said “n\u00ADo” 5\u200B0.',
  combining: `Ada Brown said “no${'\u0301'.repeat(1000)}” and left 5${'\u20E3'.repeat(50)}.`,
  bidi: '\u202EAda Brown\u202C said \u2067“no”\u2069 to \u200F$5\u200E million.',
  Hebrew: '״אנחנו נשארים״, אמרה עדה בראון. זה עלה 5 מיליון ש״ח.',
  Arabic: 'قالت عدى براون: «لن نرحل». وكلف ذلك ٥ ملايين دولار.',
  emoji: '👩‍👩‍👧‍👦 said “we 🇪🇺 are 5️⃣ 👨🏽‍🚀” on Monday. 💰$5m',
  astral: '𝒜da 𝓑rown said “𝟓 million” to 𐍈𐍈.',
  'lone high surrogate': 'Ada \uD83D Brown said “no\uD83D” to $5\uD83D.',
  'lone low surrogate': '\uDE00Ada Brown said “\uDE00no” to \uDE00$5 million',
  'swapped surrogates': '“\uDE00\uD83D” said Ada Brown 5\uDE00\uD83D5',
  'private use': '\uE000Ada\uF8FF said “\u{10FFFD}no” to 5.',
  markup: '<script>alert(1)</script><img src=x onerror=alert(1)> said “<b>no</b>” &amp; $5 million.',
  __proto__: 'Mr __proto__ said “constructor”. “toString,” said __proto__ Brown. hasOwnProperty paid $5.',
  formula: '=cmd()|\'/C calc\'!A0 said “+1-1@SUM(A1)” for $5.',
  digits: '9'.repeat(5000),
  separators: '1,'.repeat(2000),
  'big numbers': '$99999999999999999999999999999999999999999999999 and 1e999 and 0.00000000000000000000000000000001%',
  'number words': 'one hundred '.repeat(500) + 'million billion trillion',
  'one word': 'a'.repeat(20000),
  capitals: 'Ada Brown '.repeat(500),
  initials: 'A.'.repeat(3000),
  'opening marks': '“a '.repeat(2000),
  'said said': 'said '.repeat(2000),
};

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
