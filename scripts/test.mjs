/** `npm test`: sets up what is needed, builds, runs every test and sums up. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { CHECKS, RUST_TESTS } from './check.mjs';
import { main, root, run, say } from './lib.mjs';
import { BROWSERS, STUCK, setup, wanted } from './setup.mjs';

/** Runs a suite and counts its tests; once more if it failed and its browser had stopped answering. */
async function count(suite) {
  const first = await once(suite);
  if (first.failed === 0 || !first.text.includes(STUCK)) return first;
  console.log(`${suite.name}: the browser hung; played once more`);
  return once(suite);
}

/**
 * Runs a command, shows its output when it is done, and counts the tests in the closing lines of cargo's and Node's runners; a check
 * has none and is one itself.
 */
function once({ name, command, args, env = {}, isCheck = false }) {
  return new Promise((resolve, reject) => {
    const start = Date.now();
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk) => {
        text += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      say(name);
      process.stdout.write(text);
      const sum = (pattern) => [...text.matchAll(pattern)].reduce((n, match) => n + Number(match[1]), 0);
      const passed = isCheck ? Number(code === 0) : sum(/^test result: .*?(\d+) passed/gm) + sum(/^(?:#|ℹ) pass (\d+)/gm);
      const failed = isCheck ? 0 : sum(/^test result: .*?(\d+) failed/gm) + sum(/^(?:#|ℹ) fail (\d+)/gm);
      // A runner that fails without a failed test (it didn't compile, say) counts as one; so does one that ran nothing.
      const all = { text, passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
      console.log(`${name}: ${all.passed} passed, ${all.failed} failed, ${Math.round((Date.now() - start) / 1000)} s`);
      resolve(all);
    });
  });
}

const tests = (folder) =>
  readdirSync(join(root, folder))
    .filter((f) => f.endsWith('.test.mjs'))
    .map((f) => join(folder, f));

const node = (name, args, env) => ({ name, command: 'node', args: ['--test', '--test-reporter=spec', ...args], env });
const cargo = ([name, command, args], isCheck) => ({ name, command, args, isCheck });

const FUZZ = ['the fuzz targets, for some seconds each', 'cargo', ['run', '--quiet', '--release', '-p', 'tools', '--', 'fuzz', '5']];

const inBrowsers = tests('tests/browser');
const [PAGE, ADAPTERS] = ['page', 'adapters'].map((name) => join('tests/browser', `${name}.test.mjs`));

/** One after another, as cargo does one thing at a time. */
const FIRST = [...[...CHECKS, FUZZ].map((check) => cargo(check, true)), cargo(RUST_TESTS, false)];

/** These time themselves, so each runs alone. */
const SCALING = join('tests/js', 'scaling.test.mjs');
const STILL = join('tests/browser', 'still.test.mjs');
const ALONE = [node('time grows with the text', [SCALING]), node('the page never stands still for long', [STILL])];

/** Beside those and each other, for most of them wait for browsers: the longest come first. */
const REST = [
  node('the JavaScript tests', [...tests('tests/js').filter((path) => path !== SCALING), ...tests('tests/packaging')]),
  node('the adapters in three browsers', [ADAPTERS]),
  node('the package in three browsers', ['--test-concurrency=1', ...inBrowsers.filter((path) => ![PAGE, STILL, ADAPTERS].includes(path))]),
  node('the plugins', ['--test-concurrency=1', ...tests('tests/plugins')]),
  ...BROWSERS.filter(({ name }) => wanted(name)).map(({ name }) => node(`the page in ${name}`, [PAGE], { COPYDESK_BROWSERS: name })),
];
const SIDE_BY_SIDE = 3;

await main(import.meta.url, async () => {
  setup({ tests: true });
  build();
  say('building the Rust tests');
  // The JavaScript tests run the native command line that comes of this. What does not compile the Rust tests tell.
  run('cargo', [...RUST_TESTS[2], '--no-run', '--quiet']);
  const total = { passed: 0, failed: 0 };
  const troubles = [];
  const lane = async (suites) => {
    for (let suite = suites.shift(); suite !== undefined; suite = suites.shift()) {
      const { passed, failed } = await count(suite);
      total.passed += passed;
      total.failed += failed;
      if (failed > 0) troubles.push(suite.name);
    }
  };
  await lane(ALONE);
  await Promise.all([lane(FIRST).then(() => lane(REST)), ...Array.from({ length: SIDE_BY_SIDE - 1 }, () => lane(REST))]);
  if (troubles.length > 0) console.log(`\nFailed: ${troubles.join(', ')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});
