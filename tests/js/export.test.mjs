/** Each export: what it holds, that it can be read back, and that no text gets out of its place in it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  csvPieces, htmlPieces, jsonPieces, markdownPieces, readJson, readWebAnnotations, toCsv, toHtml, toJson, toMarkdown, toWebAnnotations, webAnnotationPieces,
} from '../../dist/export/index.js';
import { desk, gold, nasty, root, seed } from './help.mjs';

const analysis = desk.analyze(seed);
const texts = [seed, ...nasty().map((n) => n.text), ...gold().trim().split('\n').filter(Boolean).map((l) => JSON.parse(l).text)];

/** An analysis made by hand, so that what is exported doesn't hang on what is found. */
function made(parts) {
  return { schemaVersion: 1, language: 'en', quotes: [], marks: [], numbers: [], entities: [], names: [], checks: [], ...parts };
}
const span = (source, text, from = 0) => ({ start: source.indexOf(text, from), end: source.indexOf(text, from) + text.length, text });
function quote(source, text, fields = {}) {
  return { id: 0, ...span(source, text), kind: 'direct', continues: null, cue: null, speaker: null, speakerName: null, speakerId: null, confidence: 1, rule: 'hand', ...fields };
}
const name = (name, fields = {}) => ({ id: 0, name, type: 'PERSON', role: null, code: null, houseId: null, mentions: [], ...fields });

/** A reader of CSV by RFC 4180. */
function parseCsv(csv) {
  const rows = [];
  let row = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  while (pattern.lastIndex < csv.length) {
    const match = pattern.exec(csv);
    assert.ok(match, `no CSV from ${pattern.lastIndex}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2]);
    if (match[3] !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

test('JSON comes back as it was', () => {
  for (const text of texts) {
    const found = desk.analyze(text, { nested: true });
    assert.deepEqual(readJson(toJson(found)), found);
  }
});

test('JSON in pieces is what `JSON.stringify` writes', () => {
  const entry = fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.constant(undefined)));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.array(entry), fc.jsonValue(), fc.constant(undefined))), (fields) => {
      assert.equal(toJson(made(fields)), `${JSON.stringify(made(fields), null, 2)}\n`);
    }),
  );
});

test('in pieces each file is the same, whatever the text', () => {
  const by = { target: 'urn:x', unit: 'code-point' };
  const isTheSame = (text) => {
    const found = desk.analyze(text, { nested: true });
    const whole = (pieces) => [...pieces].join('');
    assert.equal(whole(jsonPieces(found)), toJson(found));
    for (const table of ['quotes', 'numbers', 'entities', 'names', 'checks']) assert.equal(whole(csvPieces(found, table)), toCsv(found, table));
    assert.equal(whole(htmlPieces(text, found)), toHtml(text, found));
    assert.equal(whole(markdownPieces(found)), toMarkdown(found));
    assert.equal(whole(webAnnotationPieces(text, found, by)), `${JSON.stringify(toWebAnnotations(text, found, by), null, 2)}\n`);
  };
  texts.forEach(isTheSame);
  const word = fc.constantFrom('“', '”', 'said ', 'Ada Brown ', '$5 ', '44 days ', '\n', '🙂', '<', '&', '. ', '\ud800', 'We go on');
  fc.assert(fc.property(fc.array(word, { maxLength: 40 }), (words) => isTheSame(words.join(''))));
});

test('no piece of a long file is more than an entry or a mark with what lies before it', () => {
  const text = `${seed}\n`.repeat(20);
  const found = desk.analyze(text);
  const by = { target: 'urn:x', unit: 'utf-16' };
  const names = Math.max(...found.names.map((n) => JSON.stringify(n, null, 2).length));
  for (const pieces of [jsonPieces(found), csvPieces(found, 'quotes'), htmlPieces(text, found), markdownPieces(found), webAnnotationPieces(text, found, by)]) {
    for (const piece of pieces) assert.ok(piece.length < 4000 + 2 * names, piece);
  }
});

test('what is no analysis is refused with its code', () => {
  for (const json of ['', '{', 'null', '5', '[]', '{}', '{"schemaVersion":1}', toJson(made({ schemaVersion: 2 })), toJson(made({ quotes: null }))]) {
    assert.throws(() => readJson(json), { name: 'CopydeskError', code: 'BAD_INPUT' }, json);
  }
});

test('the analysis of each release can still be read', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const golden = readFileSync(join(root, `tests/js/golden/${version}.json`), 'utf8');
  assert.equal(toJson(readJson(golden)), golden);
  assert.deepEqual(wrong(readJson(golden)), []);
});

const schema = JSON.parse(readFileSync(new URL('../../dist/contract.schema.json', import.meta.url), 'utf8'));

/** Where a value is not what the schema says: as much of JSON Schema as the schema uses, and nothing passed over. */
function wrong(value, rule = schema, path = '') {
  const faults = [];
  const isOf = { object: (v) => typeof v === 'object' && v !== null && !Array.isArray(v), array: Array.isArray, null: (v) => v === null, integer: Number.isInteger };
  for (const [key, want] of Object.entries(rule).sort(([a], [b]) => (b === 'type') - (a === 'type'))) {
    if (['$schema', '$defs', 'title', 'description'].includes(key)) continue;
    if (key === '$ref') faults.push(...wrong(value, schema.$defs[want.split('/').at(-1)], path));
    else if (key === 'type') {
      if (![want].flat().some((t) => isOf[t]?.(value) ?? typeof value === t)) return [...faults, `${path} is no ${want}`];
    }
    else if (key === 'const') value === want || faults.push(`${path} is not ${want}`);
    else if (key === 'enum') want.includes(value) || faults.push(`${path} is none of ${want}`);
    else if (key === 'minimum') value === null || value >= want || faults.push(`${path} is under ${want}`);
    else if (key === 'maximum') value === null || value <= want || faults.push(`${path} is over ${want}`);
    else if (key === 'anyOf') want.some((r) => wrong(value, r, path).length === 0) || faults.push(`${path} is nothing of anyOf`);
    else if (key === 'required') faults.push(...want.filter((name) => !Object.hasOwn(value, name)).map((name) => `${path} has no ${name}`));
    else if (key === 'minItems') value.length >= want || faults.push(`${path} has under ${want} items`);
    else if (key === 'maxItems') value.length <= want || faults.push(`${path} has over ${want} items`);
    else if (key === 'items') value.forEach((item, i) => faults.push(...wrong(item, want, `${path}[${i}]`)));
    else if (key === 'properties') {
      for (const [name, item] of Object.entries(value)) faults.push(...(want[name] ? wrong(item, want[name], `${path}.${name}`) : [`${path}.${name} is unknown`]));
    } else assert.fail(`this test knows no ${key}`);
  }
  return faults;
}

test('the schema describes every analysis, and no other', () => {
  for (const text of texts) assert.deepEqual(wrong(desk.analyze(text, { nested: true })), []);
  const bad = structuredClone(analysis);
  bad.quotes[0].kind = 'spoken';
  bad.quotes[0].cue = 5;
  delete bad.entities[0].name;
  assert.equal(wrong(bad).length, 3);
});

test('CSV has a line for every entry and the words in it', () => {
  for (const table of ['quotes', 'numbers', 'entities', 'names', 'checks']) {
    const [titles, ...rows] = parseCsv(toCsv(analysis, table));
    assert.equal(rows.length, analysis[table].length);
    for (const row of rows) assert.equal(row.length, titles.length);
    const column = titles.indexOf(table === 'names' ? 'name' : 'text');
    assert.deepEqual(rows.map((r) => r[column]), analysis[table].map((i) => i.text ?? i.name ?? i.spans[0].text));
  }
  assert.equal(toCsv(analysis, 'names', { bom: true }), `\uFEFF${toCsv(analysis, 'names')}`);
});

test('checks are listed with both their places', () => {
  const source = 'It ran 44 days.\nA <45-day> war.';
  const checks = [
    { id: 0, kind: 'figures-disagree', severity: 'warning', spans: [span(source, '44 days'), span(source, '<45-day>')], message: 'Which, "44" or "45"?' },
    { id: 1, kind: 'unpaired-mark', severity: 'warning', spans: [span(source, '>')], message: 'It has no partner.' },
  ];
  const some = made({ checks });
  assert.deepEqual(parseCsv(toCsv(some, 'checks')).slice(1), [
    ['0', 'figures-disagree', 'warning', '7', '14', '44 days', '18', '26', '<45-day>', 'Which, "44" or "45"?'],
    ['1', 'unpaired-mark', 'warning', '25', '26', '>', '', '', '', 'It has no partner.'],
  ]);
  assert.match(toHtml(source, some), /<h2>To check<\/h2>\n<ul>\n<li>“44 days” \/ “&lt;45-day&gt;”: Which, &quot;44&quot; or &quot;45&quot;\?<\/li>/);
  assert.doesNotMatch(toHtml(source, made({})), /To check/);
});

test('files of before there were checks are read as having none', () => {
  const { checks: _, ...old } = analysis;
  assert.deepEqual(readJson(toJson(old)).checks, []);
});

test('no cell of a CSV is a formula', () => {
  for (const attack of ['=cmd()', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '-x', '="a","b"\r\n=c']) {
    const cells = parseCsv(toCsv(made({ names: [name(attack, { role: attack })] }), 'names'))[1];
    assert.deepEqual(cells.slice(2, 4), [`'${attack}`, `'${attack}`]);
  }
  const numbers = [{ id: 0, start: 0, end: 4, text: '-5.5', kind: 'cardinal', exact: '-5.5' }];
  assert.equal(toCsv(made({ numbers }), 'numbers').split('\r\n')[1], '0,0,4,cardinal,-5.5,-5.5,,,,,,,,,,');
});

test('any name survives CSV in its cell', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab,;"\'\r\n\t=-é') }), (text) => {
      const rows = parseCsv(toCsv(made({ names: [name(text)] }), 'names'));
      assert.equal(rows.length, 2);
      assert.equal(rows[1][2], /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
    }),
  );
});

test('HTML holds the text, escaped, with a mark over every item', () => {
  const attack = '“<img src=x onerror=alert(1)> & \'x\' "y",” said <script>alert(1)</script> Ada.\nSecond </p> line';
  const html = toHtml(attack, made({
    quotes: [quote(attack, '<img src=x onerror=alert(1)> & \'x\' "y",', { speakerName: '<b>Ada</b>' })],
    entities: [{ id: 0, ...span(attack, 'Ada.\nSecond </p>'), type: 'PERSON', name: 'Ada', nameId: 0, confidence: 1, rule: '' }],
  }), { title: '</title><script>' });
  const tags = [...html.matchAll(/<\/?([a-z1-6]+)/g)].map((m) => m[1]);
  assert.deepEqual([...new Set(tags)].sort(), ['article', 'h2', 'html', 'li', 'mark', 'meta', 'p', 'q', 'section', 'style', 'title', 'ul']);
  assert.equal(tags.filter((t) => t === 'p').length, 4, 'two paragraphs');
  assert.equal(html.match(/<mark/g).length, html.match(/<\/mark/g).length);
  const article = html.slice(html.indexOf('<article>\n') + 10, html.indexOf('</article>'));
  assert.equal(textOf(article.replaceAll('</p>\n<p>', '\n')).trimEnd(), attack);
  assert.equal(readMarks(article, 'entities'), 'Ada.Second </p>');
});

const textOf = (html) => html.replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
/** The words in all marks of a class. */
function readMarks(html, layer) {
  return textOf([...html.matchAll(new RegExp(`<mark class="${layer}"[^>]*>(.*?)</mark>`, 'g'))].map((m) => m[1]).join(''));
}

test('HTML of every text has as many tags closed as opened, and the text', () => {
  for (const text of texts) {
    const html = toHtml(text, desk.analyze(text));
    const article = html.slice(html.indexOf('<article>\n') + 10, html.indexOf('</article>'));
    assert.equal(textOf(article.replaceAll('</p>\n<p>', '\n')), `${text}\n`);
    for (const tag of ['mark', 'p', 'li', 'q']) assert.equal(html.match(new RegExp(`<${tag}[ >]`, 'g'))?.length, html.match(new RegExp(`</${tag}>`, 'g'))?.length);
  }
});

test('Markdown has one entry a quote, with its source', () => {
  const source = 'We go on. *No* <b>more</b>. 1. That it [rains](x).';
  const markdown = toMarkdown(made({
    quotes: [
      quote(source, 'We go on.', { speakerName: 'Ada Brown' }),
      quote(source, '*No* <b>more</b>.', { id: 1, continues: 0 }),
      quote(source, '1. That it [rains](x).', { id: 2, kind: 'indirect', speaker: { start: 0, end: 2, text: 'he_' } }),
      quote(source, 'We', { id: 3 }),
    ],
  }));
  assert.equal(
    markdown,
    '- “We go on. … \\*No\\* \\<b\\>more\\</b\\>.” — **Ada Brown**\n- 1\\. That it \\[rains\\](x). — he\\_\n- “We” — no source named\n',
  );
  const all = toMarkdown(analysis).trim().split('\n');
  assert.equal(all.length, analysis.quotes.filter((q) => q.continues === null).length);
  assert.equal(toMarkdown(analysis, { indirect: false }).includes('“'), analysis.quotes.some((q) => q.kind !== 'indirect'));
});

const target = 'https://example.org/story';

for (const unit of ['utf-16', 'code-point']) {
  test(`annotations by ${unit} come back to their places`, () => {
    for (const text of texts) {
      const found = desk.analyze(text);
      const annotations = toWebAnnotations(text, found, { target, unit });
      assert.equal(annotations.length, found.quotes.length + found.numbers.length + found.entities.length);
      assert.equal(new Set(annotations.map((a) => a.id)).size, annotations.length);
      const points = [...text];
      for (const { target: { selector: [{ exact, prefix, suffix }, { start, end }] } } of annotations) {
        assert.equal(unit === 'utf-16' ? text.slice(start, end) : points.slice(start, end).join(''), exact);
        assert.ok(text.includes(prefix + exact + suffix));
      }
      for (const anchored of readWebAnnotations(text, annotations, { unit })) assert.equal(text.slice(anchored.start, anchored.end), anchored.text);
      const places = readWebAnnotations(text, JSON.parse(JSON.stringify(annotations)), { unit }).map((a) => [a.start, a.end]);
      assert.deepEqual(places, annotations.map((a) => [a.target.selector[0], a]).map(([, a]) => placeOf(a, found)));
    }
  });
}

function placeOf({ id }, found) {
  const [, layer, number] = /#copydesk-(\w+)-(\d+)$/.exec(id);
  const { start, end } = found[layer === 'indirect' ? 'quotes' : layer][number];
  return [start, end];
}

test('annotations find their words again after an edit before them', () => {
  const annotations = toWebAnnotations(seed, analysis, { target, unit: 'utf-16' });
  const edited = `A new first line 🙂.\n${seed}`;
  const places = readWebAnnotations(edited, annotations, { unit: 'utf-16' });
  assert.equal(places.length, annotations.length);
  for (const { start, end, text } of places) assert.equal(edited.slice(start, end), text);
  assert.deepEqual(readWebAnnotations('nothing of it', annotations, { unit: 'utf-16' }), []);
});

test('what is no text annotation, no unit, or not its text is refused with its code', () => {
  assert.throws(() => toWebAnnotations(seed, analysis, { target }), { code: 'BAD_OPTION', option: 'unit' });
  assert.throws(() => readWebAnnotations(seed, [], { unit: 'bytes' }), { code: 'BAD_OPTION' });
  assert.throws(() => readWebAnnotations(seed, [{ id: 'x', target: {} }], { unit: 'utf-16' }), { code: 'BAD_INPUT' });
  assert.throws(() => toWebAnnotations(`x${seed}`, analysis, { target, unit: 'utf-16' }), { code: 'TEXT_CHANGED' });
  assert.throws(() => toHtml(seed.slice(1), analysis), { code: 'TEXT_CHANGED' });
  assert.throws(() => htmlPieces(seed.slice(1), analysis).next(), { code: 'TEXT_CHANGED' });
  assert.throws(() => webAnnotationPieces(seed, analysis, { target }).next(), { code: 'BAD_OPTION', option: 'unit' });
});

test('only the layers asked for', () => {
  const ids = toWebAnnotations(seed, analysis, { target, unit: 'utf-16', layers: ['numbers'] }).map((a) => a.id);
  assert.equal(ids.length, analysis.numbers.length);
  assert.doesNotMatch(toHtml(seed, analysis, { layers: ['numbers'] }), /<mark class="(quotes|indirect|entities)"/);
});

test('a speaker called __proto__ is a name like any other', () => {
  const source = 'We go on.';
  for (const speakerName of ['__proto__', 'constructor', 'toString']) {
    const found = made({ quotes: [quote(source, source, { speakerName })], names: [name(speakerName)] });
    assert.ok(toMarkdown(found).includes(speakerName.replaceAll('_', '\\_')));
    assert.ok(toCsv(found, 'quotes').includes(speakerName));
    assert.ok(toHtml(source, found).includes(speakerName));
    assert.equal(readJson(toJson(found)).quotes[0].speakerName, speakerName);
  }
});
