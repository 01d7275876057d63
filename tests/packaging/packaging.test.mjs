/** The packed package, installed somewhere else as a stranger would, and used from there. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'copydesk-consumer-'));

function run(command, args, cwd = folder) {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8' });
  assert.equal(done.status, 0, `${command} ${args.join(' ')}\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

before(() => {
  writeFileSync(join(folder, 'package.json'), '{"name":"consumer","private":true,"type":"module"}');
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, `copydesk-${version}.tgz`)]);
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('five lines of Node', () => {
  writeFileSync(
    join(folder, 'use.mjs'),
    `import { load } from 'copydesk';
    const desk = await load();
    const { quotes, numbers } = desk.analyze('“We are out of time,” Ada Brown told MPs. It cost $1.2bn.');
    console.log(quotes[0].speakerName, numbers[0].value);`,
  );
  assert.equal(run('node', ['use.mjs']), 'Ada Brown 1200000000\n');
});

test('the web entry, given the compiled module', () => {
  writeFileSync(
    join(folder, 'web.mjs'),
    `import { readFileSync } from 'node:fs';
    import { load } from './node_modules/copydesk/dist/entry/web.js';
    const wasm = readFileSync(new URL(import.meta.resolve('copydesk/copydesk.wasm')));
    const desk = await load({ wasm: new WebAssembly.Module(wasm) });
    console.log(desk.analyze('').schemaVersion);`,
  );
  assert.equal(run('node', ['web.mjs']), '1\n');
});

test('the slim module', () => {
  writeFileSync(
    join(folder, 'slim.mjs'),
    `import { readFileSync } from 'node:fs';
    import { load } from 'copydesk';
    const desk = await load({ wasm: readFileSync(new URL(import.meta.resolve('copydesk/slim.wasm'))) });
    console.log(desk.analyze('It cost $1.2bn.').numbers[0].value);`,
  );
  assert.equal(run('node', ['slim.mjs']), '1200000000\n');
});

test('the command line', () => {
  writeFileSync(join(folder, 'article.txt'), 'It cost $1.2bn.');
  const command = join(folder, 'node_modules/.bin/copydesk');
  assert.equal(JSON.parse(run(command, ['--json', 'article.txt'])).numbers[0].unit, 'USD');
});

test('strict TypeScript', () => {
  writeFileSync(
    join(folder, 'use.ts'),
    `import { type Analysis, CopydeskError, type Desk, load, type Options, type Quote } from 'copydesk';
    const options: Options = { kinds: ['quotes', 'numbers'], house: { names: [{ name: 'Larkmouth', type: 'GPE' }] } };
    const desk: Desk = await load();
    const analysis: Analysis = desk.analyze('Ada', options);
    export const said: (string | null)[] = analysis.quotes.map((q: Quote) => q.speakerName);
    export const code = (error: unknown): string | undefined => (error instanceof CopydeskError ? error.code : undefined);
    // @ts-expect-error an unknown option
    desk.analyze('Ada', { refrence: '2024-01-01' });
    // @ts-expect-error an unknown kind
    desk.analyze('Ada', { kinds: ['verbs'] });
    // @ts-expect-error no text
    desk.analyze(5);`,
  );
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  for (const way of [
    ['--module', 'nodenext'],
    ['--module', 'es2022', '--moduleResolution', 'bundler'],
  ]) {
    run('node', [tsc, '--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--types', '', ...way, 'use.ts']);
  }
});
