/** The built package and test files on a server of their own, under a policy as strict as a host may have. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serve } from '../../scripts/serve.mjs';
import { root } from '../js/help.mjs';

/** Trusted Types and no inline anything: what a library has to live with. */
export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; " +
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types copydesk drills; report-uri /csp-report";

/**
 * Serves `dist`, the named files of the repository and `files` (path to content) at `/`. Gives what `serve` gives; `close()` removes
 * the folder too.
 */
export async function served({ paths = [], files = {}, policy = STRICT } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-served-'));
  for (const path of ['dist', ...paths]) cpSync(join(root, path), join(folder, path), { recursive: true });
  const all = { _headers: `/*\n  Content-Security-Policy: ${policy}\n`, 'index.html': '<!doctype html><html lang="en"><title>Test</title><main></main>', ...files };
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const server = await serve({ folder });
  return {
    ...server,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until `check` gives something true. */
export async function until(check, what, time = 20_000) {
  for (const end = Date.now() + time; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
    const value = await check();
    if (value) return value;
  }
  throw new Error(`${what} did not happen`);
}
