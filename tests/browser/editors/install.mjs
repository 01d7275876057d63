/** The editors, installed beside the tests on first use and bundled with what uses them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This folder. */
export const own = fileURLToPath(new URL('.', import.meta.url));

/** What editors ask of a policy: some bring styles as elements, some make markup of strings. */
export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; worker-src 'self'; connect-src 'self'; img-src data:";

/** Runs a command that has to succeed, and gives what it printed. */
export function must(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: own, encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  assert.equal(done.status, 0, `${command} ${args.join(' ')}\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

/** Runs `npm ci` in a folder of tests unless it already ran for this very lock file. Of suites that come side by side one does it. */
export function install(folder = own) {
  const stamp = join(folder, 'node_modules/.copydesk-lock');
  const lock = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json'))).digest('hex');
  const isDone = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;
  if (isDone()) return;
  const turn = join(tmpdir(), `copydesk-install-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
  while (!taken(turn)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    if (isDone()) return;
    must('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
    writeFileSync(stamp, lock);
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}

/** Whether it is our turn: a folder is made by one only. One that is left of a process that was ended counts for ten minutes. */
function taken(turn) {
  const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs;
  if (since !== undefined && Date.now() - since > 600_000) rmSync(turn, { recursive: true, force: true });
  try {
    mkdirSync(turn);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** A module with the editors it imports, for a server that has this package at `/dist`. */
export function bundled(code) {
  return must(join(own, 'node_modules/.bin/esbuild'), ['--bundle', '--format=esm', '--external:/dist/*', '--define:process.env.NODE_ENV="production"', '--loader:.css=empty', '--log-level=error'], { input: code });
}
