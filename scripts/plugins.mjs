/** `npm run plugins`: puts the plugins together in `plugins/dist`, each with what it needs of the package, and zips them. Needs a build. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { files, main, modulesOf, must, root, Trouble } from './lib.mjs';

const dist = join(root, 'plugins/dist');

/** The module, and the types of what of the package runs in a page: no command line, no other loader. */
const OF_A_PAGE = /^(?!bin\.|adapters\/|cli\/|element\/|export\/|entry\/(inline|node|slim)|wasm\/slim|worker\/(node|thread-node)).*\.(d\.ts|wasm)$/;

const LICENCES = ['LICENSE-MIT', 'LICENSE-APACHE', 'NOTICE'];

/** Zips say that all files are of this day, so that the same content gives the same bytes. */
const DAY = new Date(1980, 0, 1);

/** Assembles every plugin. */
export function plugins() {
  if (!existsSync(join(root, 'dist/index.js'))) throw new Trouble('The package is not built: run npm run build');
  rmSync(dist, { recursive: true, force: true });
  assemble('wordpress/copydesk', { '.': 'plugins/wordpress', panel: 'plugins/panel' }, /\.d\.ts$/);
  assemble('embed/copydesk', { '.': 'plugins/embed', panel: 'plugins/panel' });
  declare('embed/copydesk/host.js');
  superdesk();
  for (const name of ['wordpress', 'embed', 'superdesk']) zip(name);
}

/** Copies folders of the repository to places of a plugin, and what they need of the package to its `lib`, but for the files left out. */
function assemble(plugin, parts, without = /^$/) {
  for (const [place, source] of Object.entries(parts)) {
    for (const path of files(join(root, source)).filter((path) => !without.test(path))) copy(join(source, path), join(plugin, place, path));
  }
  const own = Object.values(parts).map((source) => join(root, source));
  const types = files(join(root, 'dist')).filter((path) => OF_A_PAGE.test(path) && !without.test(path));
  for (const path of [...modulesOf(...own), ...types]) copy(join('dist', path), join(plugin, 'lib', path));
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

await main(import.meta.url, plugins);
