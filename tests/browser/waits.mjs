/**
 * How long a thread waits for one of the machine's cores while others have them, by Linux's own account. It is looked up every few
 * milliseconds by a thread of its own, for it has to go on while the tests wait.
 */
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { Worker, isMainThread, workerData } from 'node:worker_threads';

/** Milliseconds between two looks, and how many are kept: the last ten minutes. */
const [EVERY, KEPT] = [3, 200_000];

/**
 * The processes that a process has started, and those that these have, and so on, which have that name; `[]` where there is no /proc.
 * @param {number} parent
 * @param {string} name
 */
export function below(parent, name) {
  let folders = [];
  try {
    folders = readdirSync('/proc').filter((folder) => /^\d+$/.test(folder));
  } catch {}
  const all = folders.flatMap((pid) => {
    try {
      const [, command, , up] = /^\d+ \((.*)\) (\S) (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      return [{ pid: Number(pid), command, up: Number(up) }];
    } catch {
      return [];
    }
  });
  const under = (pid) => all.filter(({ up }) => up === pid).flatMap((child) => [child, ...under(child.pid)]);
  return under(parent).flatMap(({ pid, command }) => (command.startsWith(name) ? [pid] : []));
}

/** What the first thread of a process has run and has waited for a core so far, in milliseconds. */
export function account(pid) {
  return told(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8'));
}

function told(text) {
  const [run, waited] = text.split(' ');
  return { run: Number(run) / 1e6, waited: Number(waited) / 1e6 };
}

/** Follows the first thread of a process until `stop`. */
export function follow(pid) {
  const looks = new Float64Array(new SharedArrayBuffer(16 * KEPT));
  const state = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(new URL(import.meta.url), { workerData: { pid, looks, state } });
  return {
    /** What it waited at the least between two points of time, in milliseconds since 1970. */
    waited(from, to) {
      const end = Atomics.load(state, 0);
      let [first, last] = [null, null];
      // What is asked about has just been.
      for (let i = end - 1; i >= Math.max(0, end - KEPT) && looks[2 * (i % KEPT)] >= from; i -= 1) {
        if (looks[2 * (i % KEPT)] > to) continue;
        first = looks[2 * (i % KEPT) + 1];
        last ??= first;
      }
      return first === null ? 0 : last - first;
    },
    stop() {
      Atomics.store(state, 1, 1);
      return worker.terminate();
    },
  };
}

if (!isMainThread && workerData?.looks) {
  const { pid, looks, state } = workerData;
  const file = openSync(`/proc/${pid}/task/${pid}/schedstat`);
  const text = Buffer.alloc(100);
  try {
    while (Atomics.load(state, 1) === 0) {
      const { waited } = told(text.toString('latin1', 0, readSync(file, text, 0, 100, 0)));
      const at = Atomics.load(state, 0);
      looks.set([performance.timeOrigin + performance.now(), waited], 2 * (at % KEPT));
      Atomics.store(state, 0, at + 1);
      Atomics.wait(state, 1, 0, EVERY);
    }
  } catch {
    // The process has ended, which the tests find out themselves.
  }
  closeSync(file);
}
