/** The editors, installed beside the tests on first use and bundled with what uses them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

/** Runs `npm ci` in a folder of tests unless it already ran for this very lock file. */
export function install(folder = own) {
  const stamp = join(folder, 'node_modules/.copydesk-lock');
  const lock = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  must('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  writeFileSync(stamp, lock);
}

/** A module with the editors it imports, for a server that has this package at `/dist`. */
export function bundled(code) {
  return must(join(own, 'node_modules/.bin/esbuild'), ['--bundle', '--format=esm', '--external:/dist/*', '--define:process.env.NODE_ENV="production"', '--loader:.css=empty', '--log-level=error'], { input: code });
}
