/** `npm run plugins`: puts the plugins together in `plugins/dist`, each with what it needs of the package, and zips them. Needs a build. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { main, must, root, Trouble } from './lib.mjs';

const dist = join(root, 'plugins/dist');

/** What of the package runs in a page: no command line, no other loader, no second copy of the module. */
const OF_A_PAGE = /^(?!bin\.|adapters\/|cli\/|element\/|export\/|entry\/(inline|node|slim)|wasm\/(inline|slim)|worker\/(node|thread-node)).*\.(js|d\.ts|wasm)$/;

/** Zips say that all files are of this day, so that the same content gives the same bytes. */
const DAY = new Date(1980, 0, 1);

/** Assembles every plugin. */
export function plugins() {
  if (!existsSync(join(root, 'dist/index.js'))) throw new Trouble('The package is not built: run npm run build');
  rmSync(dist, { recursive: true, force: true });
  assemble('wordpress/copydesk', { '.': 'plugins/wordpress', panel: 'plugins/panel', lib: 'dist' });
  assemble('embed/copydesk', { '.': 'plugins/embed', panel: 'plugins/panel', lib: 'dist' });
  declare('embed/copydesk/host.js');
  for (const name of ['wordpress', 'embed']) zip(name);
}

/** Copies folders of the repository to places of a plugin. */
function assemble(plugin, parts) {
  for (const [place, source] of Object.entries(parts)) {
    for (const path of files(join(root, source))) {
      if (source === 'dist' && !OF_A_PAGE.test(path)) continue;
      const to = join(dist, plugin, place, path);
      mkdirSync(dirname(to), { recursive: true });
      cpSync(join(root, source, path), to);
    }
  }
  for (const licence of ['LICENSE-MIT', 'LICENSE-APACHE', 'NOTICE']) cpSync(join(root, licence), join(dist, plugin, licence));
}

/** Writes the types of a module, and of what it uses, beside them. */
function declare(module) {
  const settings = ['--allowJs', '--declaration', '--emitDeclarationOnly', '--target', 'es2023', '--module', 'esnext', '--moduleResolution', 'bundler', '--strict', '--ignoreConfig'];
  must('node', [join(root, 'node_modules/typescript/bin/tsc'), ...settings, '--types', '', join(dist, module)]);
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
