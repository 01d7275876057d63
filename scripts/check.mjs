/** `npm run check`: the fast part of `npm test`, without the JavaScript and the browsers. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { main, root, run, say, Trouble } from './lib.mjs';
import { setup } from './setup.mjs';

const bin = (path) => join('node_modules', path);

/** Each check: its name and its command. */
export const CHECKS = [
  ['Rust is formatted', 'cargo', ['fmt', '--all', '--check']],
  ['Rust has no lints', 'cargo', ['clippy', '--quiet', '--workspace', '--all-targets', '--', '-D', 'warnings']],
  ['the generated contract is fresh', 'cargo', ['run', '--quiet', '--release', '-p', 'tools', '--', 'gen', '--check']],
  ['the page has the right types', 'node', [bin('typescript/bin/tsc'), '-p', 'tsconfig.www.json']],
  ['the package is whole', 'node', [bin('publint/src/cli.js'), '--strict']],
];

export const RUST_TESTS = ['the Rust tests', 'cargo', ['test', '--workspace', '--no-fail-fast']];

await main(import.meta.url, () => {
  setup();
  if (!existsSync(join(root, 'dist'))) build();
  const failed = [...CHECKS, RUST_TESTS].filter(([name, command, args]) => {
    say(name);
    return !run(command, args);
  });
  if (failed.length > 0) throw new Trouble(`Failed: ${failed.map(([name]) => name).join(', ')}`);
});
