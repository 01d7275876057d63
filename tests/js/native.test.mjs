/** The native core and the wasm give the same bytes, and so do the two command lines. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { bin, gold, nasty, native, run, seed } from './help.mjs';

assert.ok(native, 'the native binary is missing: cargo build');

const folder = mkdtempSync(join(tmpdir(), 'copydesk-'));
after(() => rmSync(folder, { recursive: true }));
const file = (name, text) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** Both say the same; that is returned. */
function both(args, input) {
  const [rust, js] = [run(native, args, input), run(bin, args, input)];
  assert.deepEqual(js, rust, `copydesk ${args.join(' ')}`);
  return js;
}

const lines = (texts) => Object.entries(texts).map(([id, text]) => `${JSON.stringify({ id, text })}\n`).join('');

test('the seed: report and JSON', () => {
  assert.match(both([], seed).out, /^QUOTES \d+\n/);
  assert.equal(JSON.parse(both(['--json'], seed).out).schemaVersion, 1);
  both(['--json', '--nested', '--reference', '2021-11-09', '--outlet-country', 'au', '--kinds', 'quotes, numbers'], seed);
});

test('the nasty texts', () => {
  const texts = Object.fromEntries(nasty().map(({ name, text }) => [name, text]));
  const { out, code } = both(['--jsonl', '--nested'], lines(texts));
  assert.equal(out.trim().split('\n').length, nasty().length);
  assert.equal(code, 0);
  both([], '');
  // What cargo test builds is slow: the longest texts are left to the lines above.
  both(nasty().filter(({ text }) => text.length < 5000).map(({ text }, i) => file(`${i}.txt`, text)));
});

test('the gold articles', { skip: gold() === '' && 'no gold articles at hand' }, () => {
  assert.equal(both(['--jsonl'], gold()).code, 0);
  both(['--jsonl', '--nested', '--outlet-country', 'GB'], gold());
});

test('a bad line is named and the others are answered', () => {
  const input = [
    '{"id":"a","text":"Ada"}',
    'nonsense',
    '[1]',
    '{"id":"b"}',
    '{"id":"c","text":5}',
    '{"id":1.5,"text":"Ada"}',
    '{"id":true,"text":"Ada"}',
    '{"id":"d","text":"Ada","ref":"Monday"}',
    '{"id":"e","text":"Ada","ref":5}',
    '{"id":"f","text":"Ada","ref":{}}',
    '',
    '   ',
    '{"id":"g","text":"Bo"}\r',
  ].join('\n');
  const { out, err, code } = both(['--jsonl'], input);
  assert.equal(code, 2);
  assert.deepEqual(out.trim().split('\n').map((l) => JSON.parse(l).id), ['a', 'g']);
  assert.match(err, /^copydesk: stdin:2: is no JSON object$/m);
  assert.match(err, /^copydesk: stdin:8: option reference: /m);
});

test('ids come back as they were', () => {
  const ids = ['9007199254740993', '-9223372036854775808', '0', '"\\ud83d"', '"\\u0000"', 'null', '"__proto__"'];
  const bad = ['9223372036854775808', '-0', '1.0', '1e3', '{}'];
  const { out } = both(['--jsonl'], [...ids, ...bad].map((id) => `{"x":{"id":7},"id":${id},"text":"Ada","y":["id",8]}\n`).join(''));
  assert.deepEqual(out.match(/^\{"id":[^,]+/gm).length, ids.length);
  both(['--jsonl'], '{"text":"Ada"}\n{"id":1,"id":2,"text":"Ada"}\n{"__proto__":{"text":"x"}}\n');
});

test('escapes of half a character read U+FFFD', () => {
  both(['--jsonl'], '{"id":"a","text":"\\ud83d Ada \\ude00 \\\\ud83d \\ud83d\\ude00 “no\\udc00”"}\n{"id":"b","text":"a","ref":"\\ud800"}\n');
});

test('bytes that are no UTF-8, and a byte order mark', () => {
  both(['--json'], Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0x64, 0x61, 0xff, 0xc3, 0x28, 0xf0, 0x9f, 0x98, 0x20, 0xed, 0xa0, 0x80, 0x35]));
  both(['--json'], '\uFEFF\uFEFFAda');
});

test('files, several of them, and ones that are not there', () => {
  const [one, two] = [file('one.txt', 'Ada Brown said “no”.'), file('two.txt', 'It cost $5.')];
  assert.equal(both(['--json', one, two, '-'], 'Bo').out.trim().split('\n').length, 3);
  const { err, code } = both(['--json', one, join(folder, 'none.txt'), folder, two]);
  assert.equal(code, 2);
  assert.match(err, /none\.txt: there is no such file/);
  both(['--json', '-', '-'], 'Ada');
});

test('a house file', () => {
  const house = file('house.json', JSON.stringify({ names: [{ name: 'Larkmouth Courier', type: 'ORG', id: 'lc' }], cues: ['quipped'] }));
  both(['--json', '--house', house], '“No,” quipped a reader of the Larkmouth Courier.');
  for (const wrong of ['{', '5', '{"nmes":[]}', '{"names":[{"name":"a"}]}', '{"names":{"a":1}}', '{"cues":[1,null]}', '{"names":[{"name":"a","type":null}]}']) {
    assert.equal(both(['--json', `--house=${file('wrong.json', wrong)}`], 'Ada').code, 2);
  }
  both(['--house', join(folder, 'none.json')], 'Ada');
});

test('the arguments are read alike', () => {
  assert.match(both(['--help']).out, /--jsonl/);
  both(['-h', '--nonsense']);
  assert.match(both(['--version']).out, /^copydesk \d/);
  for (const args of [
    ['--nonsense'],
    ['--nonsense=5'],
    ['-x'],
    ['-xh'],
    ['--kinds'],
    ['--kinds='],
    ['--kinds', 'verbs'],
    ['--kinds=quotes,verbs'],
    ['--language', 'de'],
    ['--reference=yesterday'],
    ['--outlet-country', 'x'],
    ['--max-length', 'ten'],
    ['--max-length', '-1'],
    ['--max-length', '4294967296'],
    ['--max-length=2'],
    ['--json=1'],
    ['--nested=x', '--json'],
    ['--jsonl', '--language', 'de'],
  ]) {
    const { code, err } = both(args, 'Ada Brown\n');
    assert.equal(code, 2, args.join(' '));
    assert.match(err, /^copydesk: /);
  }
  both(['--json', '--max-length', '+007'], 'Ada');
  both(['--json', '--', '--json'], 'Ada');
});
