/** README and docs: examples do what they say, what is generated is fresh, links lead somewhere. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { api, entries, sizes } from '../../scripts/docs.mjs';
import { examples, moduleOf, pages } from './examples.mjs';
import { desk, root } from './help.mjs';

const folder = mkdtempSync(join(tmpdir(), 'copydesk-docs-'));
writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
mkdirSync(join(folder, 'node_modules'));
symlinkSync(root, join(folder, 'node_modules/copydesk'));
after(() => rmSync(folder, { recursive: true }));

/** Pages whose examples belong to a host's own tests. */
const ELSEWHERE = /^docs\/(wordpress|superdesk|drupal|ghost|arc)\.md$/;

test('every example says how it is run', () => {
  const ways = new Set(['node', 'browser', 'editor', 'config', 'page', 'policy', 'signature']);
  const code = examples.filter((e) => /^(js|ts|html|http)$/.test(e.language) && !ELSEWHERE.test(e.page));
  assert.deepEqual(code.filter((e) => !ways.has(e.way)).map((e) => `${e.page}:${e.line}`), []);
  assert.ok(code.filter((e) => ['node', 'browser', 'editor'].includes(e.way)).length >= 15);
});

const article = '“We are out of time,” said Ada Brown on Monday. Repairs cost $1.2bn.';

for (const example of examples.filter((e) => e.way === 'node')) {
  test(`${example.page}:${example.line}`, async () => {
    const file = join(folder, `${example.page.replace(/\W/g, '-')}-${example.line}.mjs`);
    writeFileSync(file, moduleOf(example, (name) => name));
    // What an example may take as given.
    Object.assign(globalThis, { article, analysis: desk.analyze(article) });
    const { default: seen } = await import(pathToFileURL(file).href);
    for (const [line, found, told] of seen) assert.deepEqual(found, told, line);
  });
}

test('the API reference is fresh: npm run docs', () => {
  assert.equal(readFileSync(join(root, 'docs/api.md'), 'utf8'), api());
});

test('the API reference knows every public thing, and every one has its word', () => {
  const text = api();
  assert.ok(entries().length > 10);
  for (const { name } of entries()) assert.ok(text.includes(`\n## \`${name}\`\n`), name);
  const bare = [...text.matchAll(/^### (\w+)\n\n```/gm)].map((m) => m[1]);
  assert.deepEqual(bare, []);
});

test('the table of sizes is about right: npm run docs', () => {
  const told = new Map([...readFileSync(join(root, 'docs/sizes.md'), 'utf8').matchAll(/^\| `(.+)` \| \d+ \| ([\d.]+) \| [\d.]+ \|$/gm)].map((m) => [m[1], Number(m[2])]));
  for (const { part, raw } of sizes()) {
    const was = told.get(part);
    assert.ok(was !== undefined, part);
    assert.ok(Math.abs(was - raw) <= Math.max(4, raw / 10), `${part}: ${was} KB are told, ${raw.toFixed(1)} they are`);
  }
});

test('the scores in the README are those of eval/results.csv', () => {
  const results = new Map(
    readFileSync(join(root, 'eval/results.csv'), 'utf8').trim().split('\n').map((line) => [line.slice(0, line.lastIndexOf(',')), line.slice(line.lastIndexOf(',') + 1)]),
  );
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  for (const [said, measured] of [
    ['quotes, span', 'newsroom,quotes span'],
    ["quotes with the speaker's name", 'newsroom,quotes + speaker'],
    ['numbers with values', 'newsroom,numbers + value'],
    ['names with types', 'newsroom,entities + type'],
    ['reported speech without marks', 'newsroom,indirect soft'],
    ['PolNeAR: quote and speaker', 'polnear,e2e exact'],
    ['PolNeAR: reported speech without marks', 'polnear,indirect soft'],
    ['numbers in news, with values', 'numbers in news,value'],
    ['numbers, chatbot suites, with values', 'numbers borrowed,value'],
    ['names in news, person, body, place', 'entities,news core3'],
  ]) {
    assert.ok(readme.includes(`| ${said} | ${results.get(measured)} |`), `README.md should say: | ${said} | ${results.get(measured)} |`);
  }
});

test('links lead to files and headings that are there', () => {
  const slugs = (text) => [...text.matchAll(/^#+ (.+)$/gm)].map((m) => m[1].toLowerCase().replace(/[^\w\- ]/g, '').replaceAll(' ', '-'));
  const broken = pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
    return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map((m) => m[1])
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [path, heading] = link.split('#');
        const file = path === '' ? join(root, page) : join(root, dirname(page), path);
        if (!existsSync(file)) return true;
        return heading !== undefined && !slugs(readFileSync(file, 'utf8')).some((s) => heading === s || heading.replace(/-\d+$/, '') === s);
      })
      .map((link) => `${page}: ${link}`);
  });
  assert.deepEqual(broken, []);
});
