/**
 * A real WordPress with a database of its own, made from nothing: PHP's own server, SQLite, and the WordPress builds that npm has.
 * It asks no other host for anything. What is made is kept in `.cache` for the next time.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Trouble } from '../../../scripts/lib.mjs';
import { php } from '../../../scripts/setup.mjs';
import { root } from '../../js/help.mjs';

/** WordPress 6.2 to 6.6 and the SQLite driver, in one package. */
const BUILDS = '@wp-playground/wordpress-builds@0.9.19';

const FOLDERS = { 6.2: 'wp-6.2', 6.3: 'wp-6.3', 6.4: 'wp-6.4', 6.5: 'wp-6.5', 6.6: 'wp-beta' };

/**
 * The versions to test in: the oldest of the package (its editor is in the page) and the newest (in an iframe).
 * Others by `COPYDESK_WORDPRESS=6.3,6.4`.
 */
export const VERSIONS = (process.env.COPYDESK_WORDPRESS ?? '6.2,6.6').split(',');

const cache = join(root, '.cache/wordpress');

/** Of this very file: what it makes is kept as long as it is the same. */
const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url))).digest('hex').slice(0, 12);

/** Makes a folder once; until it is whole it has another name. */
function once(folder, make) {
  if (existsSync(folder)) return folder;
  const made = `${folder}.${process.pid}`;
  mkdirSync(made, { recursive: true });
  make(made);
  renameSync(made, folder);
  return folder;
}

function must(command, args, options) {
  const done = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (done.status !== 0) throw new Trouble(`${command} failed: ${done.error ?? done.stderr + done.stdout}`);
  return done.stdout;
}

/** The package's archive. */
function builds() {
  return once(join(cache, 'builds-0.9.19'), (folder) => {
    const packed = spawnSync('npm', ['pack', BUILDS, '--silent', '--pack-destination', folder], { cwd: folder, encoding: 'utf8' });
    if (packed.status !== 0) throw new Trouble(`WordPress can't be fetched: npm pack ${BUILDS} failed. ${packed.stderr}`);
    renameSync(join(folder, packed.stdout.trim()), join(folder, 'builds.tgz'));
  });
}

function unzip(archive, to) {
  must(php(), ['-r', '(new PharData($argv[1]))->extractTo($argv[2]);', '--', archive, to]);
}

const CONFIG = `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', '' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', '' );
define( 'DB_DIR', getenv( 'COPYDESK_DATABASE' ) );
define( 'WP_HOME', getenv( 'COPYDESK_URL' ) );
define( 'WP_SITEURL', getenv( 'COPYDESK_URL' ) );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;

const INSTALL = `
define( 'WP_INSTALLING', true );
require ABSPATH . 'wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'The Test', 'ada', 'ada@example.org', false, '', 'a password' );
update_option( 'show_avatars', 0 );
update_user_meta( 1, 'wp_persisted_preferences', array(
	'core/edit-post' => array( 'welcomeGuide' => false, 'welcomeGuideTemplate' => false ),
	'core' => array( 'welcomeGuide' => false ),
	'_modified' => gmdate( 'c' ),
) );
`;

/** Runs PHP in a WordPress and gives what it prints. */
function inside(site, env, code) {
  return must(php(), ['-r', `$_SERVER['HTTP_HOST'] = 'localhost'; define( 'ABSPATH', ${JSON.stringify(`${site}/`)} ); ${code}`], { env: { ...process.env, ...env } });
}

/** A WordPress of that version with its database, as it is after the installation, and the plugin linked in. */
function installed(version) {
  return once(join(cache, `${version}-${hash}`), (site) => {
    const build = FOLDERS[version];
    if (build === undefined) throw new Trouble(`There is no WordPress ${version} in ${BUILDS}: it has ${Object.keys(FOLDERS).join(', ')}`);
    const from = join(site, 'package');
    const parts = [`public/${build}`, `src/wordpress/${build}.zip`, 'src/sqlite-database-integration'].map((p) => `package/${p}`);
    must('tar', ['-xzf', join(builds(), 'builds.tgz'), '-C', site, ...parts]);
    unzip(join(from, `src/wordpress/${build}.zip`), site);
    // Style sheets and scripts lie beside the zip. The database in it is somebody else's.
    cpSync(join(from, 'public', build), site, { recursive: true });
    rmSync(join(site, 'wp-content/database'), { recursive: true });
    const driver = join(site, 'wp-content/plugins/sqlite-database-integration');
    rmSync(driver, { recursive: true, force: true });
    unzip(join(from, 'src/sqlite-database-integration/sqlite-database-integration.zip'), join(site, 'sqlite'));
    renameSync(join(site, 'sqlite/sqlite-database-integration-main'), driver);
    cpSync(join(driver, 'db.copy'), join(site, 'wp-content/db.php'));
    rmSync(from, { recursive: true });
    symlinkSync(join(root, 'plugins/dist/wordpress/copydesk'), join(site, 'wp-content/plugins/copydesk'));
    writeFileSync(join(site, 'wp-config.php'), CONFIG);
    inside(site, { COPYDESK_DATABASE: join(site, 'database'), COPYDESK_URL: 'http://localhost' }, INSTALL);
  });
}

/**
 * Starts a WordPress of that version, with the plugin there and not active. Gives its `url`, `php(code)` (runs inside, gives what is
 * printed) and `close()`. The user is *ada*, *a password*.
 */
export async function wordpress(version) {
  if (php() === undefined) throw new Trouble('PHP is missing. Install it with SQLite (on Debian: apt-get install php-cli php-sqlite3).');
  const site = installed(version);
  const database = mkdtempSync(join(tmpdir(), 'copydesk-wordpress-'));
  cpSync(join(site, 'database'), database, { recursive: true });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { COPYDESK_DATABASE: database, COPYDESK_URL: url, PHP_CLI_SERVER_WORKERS: '3' };
  const server = spawn(php(), ['-S', `localhost:${port}`, '-t', site, '-q'], { stdio: 'ignore', detached: true, env: { ...process.env, ...env } });
  const ended = new Promise((done) => server.once('exit', done));
  await answers(url);
  return {
    url,
    php: (code) => inside(site, env, `require ABSPATH . 'wp-load.php'; ${code}`),
    async close() {
      // Its workers are processes of their own, in one group.
      process.kill(-server.pid);
      await ended;
      rmSync(database, { recursive: true, force: true });
    },
  };
}

async function answers(url) {
  for (let i = 0; ; i++) {
    try {
      return await fetch(`${url}/wp-login.php`);
    } catch (error) {
      if (i === 300) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, 'localhost', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
