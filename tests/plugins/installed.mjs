import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Installs the packages of a folder that has its own lock file, once for each lock. Gives its `require`. */
export function installed(folder) {
  const stamp = join(folder, 'node_modules/.copydesk-lock');
  const lock = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json'))).digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, encoding: 'utf8' });
    assert.equal(done.status, 0, done.stderr);
    writeFileSync(stamp, lock);
  }
  return createRequire(join(folder, 'package.json'));
}
