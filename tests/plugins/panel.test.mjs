/** The plugins' types, and the panel's lists without a document. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { lists } from '../../plugins/panel/rows.js';
import { fill, strings } from '../../plugins/panel/strings.js';
import { value } from '../../plugins/panel/value.js';
import { plugins } from '../../scripts/plugins.mjs';
import { desk, files, root, seed } from '../js/help.mjs';

before(plugins);

test('strict types', () => {
  const done = spawnSync('node', [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'plugins'], { cwd: root, encoding: 'utf8' });
  assert.equal(done.status, 0, done.stdout);
});

test('no plugin writes markup or runs text', () => {
  for (const path of ['.js', '.ts'].flatMap((e) => files(join(root, 'plugins'), e)).filter((p) => !p.startsWith('dist/'))) {
    const text = readFileSync(join(root, 'plugins', path), 'utf8');
    assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|createContextualFragment/, path);
  }
});

test('every plugin has its page, its licences and its zip', () => {
  for (const name of readdirSync(join(root, 'plugins/dist'), { withFileTypes: true }).filter((e) => e.isDirectory())) {
    assert.ok(readdirSync(join(root, 'plugins', name.name)).includes('README.md'), name.name);
    const [folder] = readdirSync(join(root, 'plugins/dist', name.name));
    const inside = readdirSync(join(root, 'plugins/dist', name.name, folder));
    for (const file of ['LICENSE-MIT', 'LICENSE-APACHE', 'NOTICE']) assert.ok(inside.includes(file), `${name.name}: ${file}`);
    assert.ok(readdirSync(join(root, 'plugins/dist')).includes(`copydesk-${name.name}.zip`), name.name);
  }
});

test('the same files give the same zips', () => {
  const zips = () => ['wordpress', 'embed', 'superdesk'].map((name) => createHash('sha256').update(readFileSync(join(root, `plugins/dist/copydesk-${name}.zip`))).digest('hex'));
  const first = zips();
  plugins();
  assert.deepEqual(zips(), first);
});

test('every quote, number and name of an article is listed once, and leads to its words', () => {
  const analysis = desk.analyze(seed);
  const all = Object.fromEntries(lists(analysis, strings, 'en').map((l) => [l.name, l]));
  const rows = (name) => all[name].groups.flatMap((g) => g.rows);
  assert.deepEqual(rows('quotes').map((r) => r.key).sort(), analysis.quotes.map((q) => `quote-${q.id}`).sort());
  assert.deepEqual(rows('numbers').map((r) => r.key), analysis.numbers.map((n) => `number-${n.id}`));
  assert.deepEqual(rows('names').map((r) => r.places.length), analysis.names.map((n) => n.mentions.length).filter((n) => n > 0));
  for (const list of Object.values(all)) {
    assert.equal(list.count, list.groups.reduce((n, g) => n + g.rows.length, 0));
    for (const row of list.groups.flatMap((g) => g.rows)) {
      assert.ok(row.places.length > 0, row.key);
      for (const { start, end, text } of row.places) assert.equal(seed.slice(start, end), text);
    }
  }
});

test('a speaker called __proto__ is a speaker, those without one come last, and an empty analysis lists nothing', () => {
  const quote = (id, speakerName) => ({ id, start: 0, end: 1, text: 'x', kind: 'direct', continues: null, cue: null, speaker: null, speakerName, speakerId: null, confidence: 1, rule: '' });
  const analysis = { schemaVersion: 1, language: 'en', quotes: [quote(0, null), quote(1, '__proto__'), quote(2, 'constructor')], marks: [], numbers: [], entities: [], names: [], checks: [] };
  assert.deepEqual(lists(analysis, strings, 'en')[0].groups.map((g) => g.heading), ['__proto__', 'constructor', strings.noSpeaker]);
  assert.deepEqual(lists({ ...analysis, quotes: [] }, strings, 'en'), []);
});

test('what should be checked comes first, each with its places', () => {
  const analysis = desk.analyze('Repairs cost $1.2 billion. “Nobody knows. It opened on Monday, November 24, 2026.');
  const [list] = lists(analysis, strings, 'en');
  assert.equal(list.name, 'checks');
  assert.deepEqual(list.groups[0].rows.map((r) => [r.said, r.beside, r.places]), analysis.checks.map((c) => [c.message, [c.severity], c.spans]));
});

test('values as a reader writes them', () => {
  const said = (text) => {
    const [figure] = desk.analyze(text, { reference: '2026-11-24' }).numbers;
    return value(figure, strings, 'en');
  };
  assert.equal(said('It cost $1.2 billion.'), '$1,200,000,000');
  assert.equal(said('It rose by 4.5 per cent.'), '4.5%');
  assert.equal(said('More than 300 people came.'), 'more than 300');
  assert.equal(said('They ran 5 kilometers.'), '5 kilometers');
  assert.equal(said('It was on November 7, 2016.'), '2016-11-07');
  assert.match(said('It took three hours.'), /^3 hours$/);
});

test('places of a pattern are filled in any order, others stay', () => {
  assert.equal(fill('{b} of {a}, {c}', { a: 1, b: '{a}' }), '{a} of 1, {c}');
});
