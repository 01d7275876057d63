/** `npm test`: sets up what is needed, builds, runs every test and sums up. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { CHECKS, RUST_TESTS } from './check.mjs';
import { main, root, run, say } from './lib.mjs';
import { setup } from './setup.mjs';

/** Runs a command, shows its output when it is done, and counts the tests in the closing lines of cargo's and Node's runners. */
function count(name, command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      say(name);
      process.stdout.write(text);
      const sum = (pattern) => [...text.matchAll(pattern)].reduce((n, match) => n + Number(match[1]), 0);
      const passed = sum(/^test result: .*?(\d+) passed/gm) + sum(/^(?:#|ℹ) pass (\d+)/gm);
      const failed = sum(/^test result: .*?(\d+) failed/gm) + sum(/^(?:#|ℹ) fail (\d+)/gm);
      // A runner that fails without a failed test (it didn't compile, say) counts as one; so does one that ran nothing.
      resolve({ passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed });
    });
  });
}

const tests = (folder) =>
  readdirSync(join(root, folder))
    .filter((f) => f.endsWith('.test.mjs'))
    .map((f) => join(folder, f));

const node = (...args) => ['node', ['--test', '--test-reporter=spec', ...args.flat()]];

/** Counts as one test. */
const FUZZ = ['the fuzz targets, for some seconds each', 'cargo', ['run', '--quiet', '--release', '-p', 'tools', '--', 'fuzz', '5']];

/** What runs after what; the suites of a line run side by side: those with browsers mostly wait for them. */
const SUITES = [
  [RUST_TESTS],
  [['the JavaScript tests', ...node(tests('tests/js'), tests('tests/packaging'))]],
  [
    ['the page and the adapters in three browsers', ...node(['--test-concurrency=1'], tests('tests/browser'))],
    ['the plugins', ...node(['--test-concurrency=1'], tests('tests/plugins'))],
  ],
];

await main(import.meta.url, async () => {
  setup({ tests: true });
  build();
  const total = { passed: 0, failed: 0 };
  const troubles = [];
  const add = (name, { passed, failed }) => {
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) troubles.push(name);
  };
  for (const [name, command, args] of [...CHECKS, FUZZ]) {
    say(name);
    const ok = run(command, args);
    add(name, { passed: ok ? 1 : 0, failed: ok ? 0 : 1 });
  }
  for (const suites of SUITES) {
    await Promise.all(suites.map(async ([name, command, args]) => add(name, await count(name, command, args))));
  }
  if (troubles.length > 0) console.log(`\nFailed: ${troubles.join(', ')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});
