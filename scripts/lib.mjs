/** What the scripts share. They run before `npm ci` has, so they use nothing but Node itself. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

// A shell that was open while rustup was installed doesn't know its folder yet.
const cargoBin = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'bin');
if (existsSync(cargoBin)) process.env.PATH = `${process.env.PATH}${delimiter}${cargoBin}`;

/** A sentence for the user; ends the script. */
export class Trouble extends Error {}

/** Runs a command in the repository, its output on ours. False if it failed; Trouble if there is no such command. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (done.error?.code === 'ENOENT') throw new Trouble(`${command} is missing.`);
  if (done.error) throw new Trouble(`${command} can't be run: ${done.error.message}`);
  return done.status === 0;
}

/** Runs a command that has to succeed. */
export function must(command, args, options) {
  if (!run(command, args, options)) throw new Trouble(`${command} ${args.join(' ')} failed.`);
}

/** What a command prints, or undefined if it is missing or fails. */
export function output(command, args) {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  return done.status === 0 ? done.stdout.trim() : undefined;
}

/** Paths of all files below a folder, sorted, with "/" between. */
export function files(folder, below = '') {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((e) => (e.isDirectory() ? files(folder, `${below}${e.name}/`) : [below + e.name]))
    .sort();
}

/** A module and all that it imports. */
export function imported(file, found = new Set()) {
  if (found.has(file) || !existsSync(file)) return found;
  found.add(file);
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)) imported(join(dirname(file), path), found);
  return found;
}

/** Paths of the package's modules that run in a page whose own code, in these folders, has the package as `lib`. */
export function modulesOf(...folders) {
  const dist = join(root, 'dist');
  const code = folders.flatMap((folder) => files(folder).filter((path) => path.endsWith('.js')).map((path) => readFileSync(join(folder, path), 'utf8')));
  const named = code.flatMap((text) => [...text.matchAll(/^(?:import .*|\}) from '[./]+\/lib\/(.+)';$/gm)].map(([, path]) => path));
  // The worker's own script is asked for by its address.
  const entries = named.includes('worker/web.js') ? [...named, 'worker/thread.js'] : named;
  const found = new Set();
  for (const entry of entries) imported(join(dist, entry), found);
  return [...found].map((file) => relative(dist, file));
}

/** A heading in the output. */
export function say(text) {
  console.log(`\n— ${text}`);
}

/** Runs a script's body if the script is what was started; a Trouble is told without a stack. */
export async function main(url, body) {
  if (process.argv[1] === undefined || fileURLToPath(url) !== process.argv[1]) return;
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}
