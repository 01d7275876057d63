/** `npm test`: sets up what is needed, builds, runs every test and sums up. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { CHECKS, RUST_TESTS } from './check.mjs';
import { main, root, run, say } from './lib.mjs';
import { setup } from './setup.mjs';

/** Runs a command with its output shown, and counts the tests in the closing lines of cargo's and Node's runners. */
function count(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (chunk) => {
      text += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) => {
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

/** Counts as one test. */
const FUZZ = ['the fuzz targets, for some seconds each', 'cargo', ['run', '--quiet', '--release', '-p', 'tools', '--', 'fuzz', '5']];

const SUITES = [
  RUST_TESTS,
  ['the JavaScript tests', 'node', ['--test', '--test-reporter=spec', ...tests('tests/js'), ...tests('tests/packaging')]],
  ['the page in three browsers', 'node', ['--test', '--test-reporter=spec', '--test-concurrency=1', ...tests('tests/browser')]],
  ['the plugins', 'node', ['--test', '--test-reporter=spec', '--test-concurrency=1', ...tests('tests/plugins')]],
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
  for (const [name, command, args] of SUITES) {
    say(name);
    add(name, await count(command, args));
  }
  if (troubles.length > 0) console.log(`\nFailed: ${troubles.join(', ')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});
