/** Sees to everything the other scripts need; what it can't install itself it names. `--tests` adds what the tests need. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, must, output, root, run, say, Trouble } from './lib.mjs';

const TARGET = 'wasm32-unknown-unknown';

/** The browsers of the tests: each with the file that shows it is there and the Debian packages that bring it. */
export const BROWSERS = [
  { name: 'Chromium', file: chromium, packages: ['chromium'] },
  { name: 'Firefox', file: firefox, packages: ['firefox-esr'] },
  { name: 'WebKitGTK', file: webkit, packages: ['webkit2gtk-driver', 'xvfb'] },
];

/** What the output of tests says when a browser has hung under its driver: no verdict on what they try. */
export const STUCK = 'WebKitGTK does not answer its driver';

/** Path of Chromium or Chrome. */
export function chromium() {
  return first('CHROMIUM', ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']);
}

/** Path of Firefox. */
export function firefox() {
  return first('FIREFOX', ['/usr/bin/firefox-esr', '/usr/bin/firefox']);
}

/** Path of PHP with SQLite, which the WordPress plugin is tested in. */
export function php() {
  const path = first('PHP', ['/usr/bin/php', '/usr/local/bin/php']);
  return path !== undefined && output(path, ['-m'])?.includes('pdo_sqlite') ? path : undefined;
}

/** Path of WebKitGTK's MiniBrowser, if its driver and Xvfb are there too. */
export function webkit() {
  if (!existsSync('/usr/bin/WebKitWebDriver') || !existsSync('/usr/bin/Xvfb')) return undefined;
  const lib = `/usr/lib/${output('uname', ['-m'])}-linux-gnu`;
  const versions = existsSync(lib) ? readdirSync(lib).filter((f) => f.startsWith('webkit2gtk-')) : [];
  return first('MINIBROWSER', versions.sort().reverse().map((v) => join(lib, v, 'MiniBrowser')));
}

function first(variable, paths) {
  const given = process.env[variable];
  return given ?? paths.find((p) => existsSync(p));
}

/** Rust, the wasm target and the npm packages; with `tests` the browsers and the fuzzer's compiler too. */
export function setup({ tests = false } = {}) {
  node();
  linker();
  rust();
  packages();
  if (!tests) return;
  fuzzer();
  site();
  installBrowsers();
}

function node() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Trouble(`Node ${process.versions.node} is too old. Install Node 20 or newer.`);
  }
}

function linker() {
  if (process.platform !== 'linux' || output('cc', ['--version']) !== undefined) return;
  if (!apt(['gcc', 'libc6-dev'])) throw new Trouble('Rust needs a C linker. Install gcc (on Debian: apt-get install gcc libc6-dev).');
}

function fuzzer() {
  if (output('c++', ['--version']) !== undefined || apt(['g++'])) return;
  throw new Trouble('The fuzz targets need a C++ compiler. Install g++ (on Debian: apt-get install g++).');
}

function site() {
  if (php() !== undefined || (apt(['php-cli', 'php-sqlite3']) && php() !== undefined)) return;
  throw new Trouble('The WordPress plugin is tested in a WordPress. Install PHP with SQLite (on Debian: apt-get install php-cli php-sqlite3).');
}

function rust() {
  if (output('cargo', ['--version']) === undefined && output('rustup', ['--version']) === undefined) {
    throw new Trouble('Rust is missing. Install it with rustup (https://rustup.rs) and start again.');
  }
  if (output('rustup', ['--version']) !== undefined) {
    // rust-toolchain.toml names the toolchain and the target; asking for them installs what isn't there.
    const installed = output('rustup', ['target', 'list', '--installed']);
    if (installed?.split('\n').includes(TARGET)) return;
    say(`installing the Rust target ${TARGET}`);
    if (run('rustup', ['target', 'add', TARGET])) return;
  }
  const sysroot = output('rustc', ['--print', 'sysroot']);
  if (sysroot === undefined || !existsSync(join(sysroot, 'lib/rustlib', TARGET))) {
    throw new Trouble(`Rust can't compile to WebAssembly. Install the target with: rustup target add ${TARGET}`);
  }
}

/** Runs `npm ci` unless it already ran for this very lock file. */
function packages() {
  const stamp = join(root, 'node_modules/.copydesk-lock');
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('installing the npm packages');
  must('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  writeFileSync(stamp, lock);
}

function installBrowsers() {
  const missing = () => BROWSERS.filter((b) => wanted(b.name) && b.file() === undefined);
  if (missing().length === 0) return;
  apt(missing().flatMap((b) => b.packages));
  const left = missing();
  if (left.length > 0) {
    throw new Trouble(
      left
        .map((b) => `${b.name} is missing. Install it (on Debian: apt-get install ${b.packages.join(' ')}).`)
        .concat('To test in fewer browsers, name them: COPYDESK_BROWSERS=chromium,firefox npm test')
        .join('\n'),
    );
  }
}

/** Whether the tests are to run in that browser. */
export function wanted(name) {
  const chosen = process.env.COPYDESK_BROWSERS?.toLowerCase().split(',');
  return chosen === undefined || chosen.includes(name.toLowerCase());
}

/** Installs Debian packages where that can be done unasked: as root. */
function apt(names) {
  if (process.getuid?.() !== 0 || output('apt-get', ['--version']) === undefined) return false;
  say(`installing ${names.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-q', '--no-install-recommends', ...names];
  return run('apt-get', install, { env }) || (run('apt-get', ['update', '-q'], { env }) && run('apt-get', install, { env }));
}

await main(import.meta.url, () => setup({ tests: process.argv.includes('--tests') }));
