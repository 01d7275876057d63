/** The package as it would be published. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { version } from '../../dist/entry/node.js';
import { files, root } from './help.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json'));

test('one version everywhere', () => {
  assert.equal(manifest.version, version);
  assert.equal(JSON.parse(read('package-lock.json')).version, version);
  assert.equal(/^version = "(.+)"$/m.exec(read('Cargo.toml'))[1], version);
});

test('nothing is needed at run time', () => assert.equal(manifest.dependencies, undefined));

test('the lock file names no host to download from', () => assert.doesNotMatch(read('package-lock.json'), /"resolved"/));

test('every file that the manifest names is there', () => {
  const paths = (e) => (typeof e === 'string' ? [e] : Object.values(e).flatMap(paths));
  const named = [...Object.values(manifest.bin), ...paths(manifest.exports)];
  for (const path of named) assert.ok(existsSync(join(root, path)), path);
  assert.match(read(manifest.bin.copydesk), /^#!\/usr\/bin\/env node\n/);
});

test('it packs what runs, and nothing else', () => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' });
  const [{ files: packed }] = JSON.parse(stdout.slice(stdout.indexOf('[')));
  const strange = packed.map((f) => f.path).filter((p) => !/^(dist\/.*\.(js|d\.ts|wasm|schema\.json)|package\.json|[A-Z-]+(\.md)?)$/.test(p));
  assert.deepEqual(strange, []);
});

test('no file that ships or is served holds a path of a machine or a sink for markup', () => {
  for (const folder of ['dist', 'www/app', 'www/samples']) {
    for (const file of files(join(root, folder), '.js')) {
      const code = read(join(folder, file));
      assert.doesNotMatch(code, /\/(home|work|root)\//, file);
      assert.doesNotMatch(code, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/, file);
    }
  }
  assert.equal(readFileSync(join(root, 'dist/wasm/copydesk.wasm')).includes(root), false, 'the wasm holds a path');
});
