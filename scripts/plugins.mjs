/** `npm run plugins`: puts the plugins together in `plugins/dist`, each with what it needs of the package, and zips them. Needs a build. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { main, must, root, Trouble } from './lib.mjs';

const dist = join(root, 'plugins/dist');

/** What of the package runs in a page: no command line, no other loader, no second copy of the module. */
const OF_A_PAGE = /^(?!bin\.|adapters\/|cli\/|element\/|export\/|entry\/(inline|node|slim)|wasm\/(inline|slim)|worker\/(node|thread-node)).*\.(js|d\.ts|wasm)$/;

const LICENCES = ['LICENSE-MIT', 'LICENSE-APACHE', 'NOTICE'];

/** Zips say that all files are of this day, so that the same content gives the same bytes. */
const DAY = new Date(1980, 0, 1);

/** Assembles every plugin. */
export function plugins() {
  if (!existsSync(join(root, 'dist/index.js'))) throw new Trouble('The package is not built: run npm run build');
  rmSync(dist, { recursive: true, force: true });
  assemble('wordpress/copydesk', { '.': 'plugins/wordpress', panel: 'plugins/panel', lib: 'dist' }, /\.d\.ts$/);
  assemble('embed/copydesk', { '.': 'plugins/embed', panel: 'plugins/panel', lib: 'dist' });
  declare('embed/copydesk/host.js');
  superdesk();
  for (const name of ['wordpress', 'embed', 'superdesk']) zip(name);
}

/** Copies folders of the repository to places of a plugin, but for the files left out. */
function assemble(plugin, parts, without = /^$/) {
  for (const [place, source] of Object.entries(parts)) {
    for (const path of files(join(root, source))) {
      if ((source === 'dist' && !OF_A_PAGE.test(path)) || without.test(path)) continue;
      copy(join(source, path), join(plugin, place, path));
    }
  }
  for (const licence of LICENCES) copy(licence, join(plugin, licence));
}

/** Superdesk bundles extensions with a webpack that reads no syntax after ES2017. The frame goes beside, to be served. */
function superdesk() {
  for (const file of ['package.json', 'README.md']) copy(join('plugins/superdesk', file), join('superdesk/copydesk', file));
  cpSync(join(dist, 'embed/copydesk'), join(dist, 'superdesk/copydesk/frame'), { recursive: true });
  tsc('-p', join(root, 'plugins/superdesk'));
  const embed = join(dist, 'embed/copydesk');
  const hosts = ['host.js', 'protocol.js'].map((file) => join(embed, file));
  tsc(...SETTINGS, '--target', 'es2017', '--rootDir', embed, '--outDir', join(dist, 'superdesk/copydesk/dist/copydesk'), ...hosts);
  for (const licence of LICENCES) copy(licence, join('superdesk/copydesk', licence));
}

/** For JavaScript that has no configuration of its own. */
const SETTINGS = ['--ignoreConfig', '--allowJs', '--module', 'esnext', '--moduleResolution', 'bundler', '--skipLibCheck', '--types', ''];

/** Writes the types of a module, and of what it uses, beside them. */
function declare(module) {
  tsc(...SETTINGS, '--declaration', '--emitDeclarationOnly', '--strict', '--target', 'es2023', join(dist, module));
}

function tsc(...args) {
  must('node', [join(root, 'node_modules/typescript/bin/tsc'), ...args]);
}

/** Copies a file of the repository to a place of the plugins. */
function copy(source, to) {
  mkdirSync(dirname(join(dist, to)), { recursive: true });
  cpSync(join(root, source), join(dist, to));
}

function zip(name) {
  const folder = join(dist, name);
  const tree = Object.fromEntries(files(folder).map((f) => [f, new Uint8Array(readFileSync(join(folder, f)))]));
  writeFileSync(join(dist, `copydesk-${name}.zip`), zipSync(tree, { level: 9, mtime: DAY }));
}

/** Paths of all files below a folder, sorted, with "/" between. */
function files(folder, below = '') {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((e) => (e.isDirectory() ? files(folder, `${below}${e.name}/`) : [below + e.name]))
    .sort();
}

await main(import.meta.url, plugins);
