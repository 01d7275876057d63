/** `npm test`: sets up what is needed, builds, runs every test and sums up. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { CHECKS, RUST_TESTS } from './check.mjs';
import { main, root, run, say } from './lib.mjs';
import { BROWSERS, setup, wanted } from './setup.mjs';

/** Runs a command, shows its output when it is done, and counts the tests in the closing lines of cargo's and Node's runners. */
function count(name, command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
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

const inBrowsers = tests('tests/browser');
const PAGE = join('tests/browser', 'page.test.mjs');

const SUITES = [RUST_TESTS, ['the JavaScript tests', ...node(tests('tests/js'), tests('tests/packaging'))]];

/** These mostly wait for browsers, so some of them run side by side: the longest come first. */
const BROWSER_SUITES = [
  ['the package in three browsers', ...node(['--test-concurrency=1'], inBrowsers.filter((path) => path !== PAGE))],
  ['the plugins', ...node(['--test-concurrency=1'], tests('tests/plugins'))],
  ...BROWSERS.filter(({ name }) => wanted(name)).map(({ name }) => [`the page in ${name}`, ...node([PAGE]), { COPYDESK_BROWSERS: name }]),
];
const SIDE_BY_SIDE = 3;

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
  const play = async ([name, command, args, env]) => add(name, await count(name, command, args, env));
  for (const suite of SUITES) await play(suite);
  const waiting = [...BROWSER_SUITES];
  const lane = async () => {
    for (let suite = waiting.shift(); suite !== undefined; suite = waiting.shift()) await play(suite);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  if (troubles.length > 0) console.log(`\nFailed: ${troubles.join(', ')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});
