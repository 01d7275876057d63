import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { WorkerDesk } from './desk.js';
import type { Spawn } from './line.js';
import { open, type WorkerLoadOptions } from './load.js';

export * from './index.js';

/** A `Worker` of `node:worker_threads`, told without Node's types: whoever has none can still compile against this. */
export interface NodeWorker {
  postMessage(value: unknown): void;
  terminate(): Promise<number>;
  on(event: string, listener: (...args: any[]) => void): unknown;
  ref(): void;
  unref(): void;
}

/** Starts a worker and gives its desk. Rejects with a `CopydeskError`. */
export function load(options: WorkerLoadOptions<NodeWorker> = {}): Promise<WorkerDesk> {
  return open(options, {
    wasm: () => readFile(new URL('../wasm/copydesk.wasm', import.meta.url)),
    // The process's own flags are for its own script.
    worker: () => new Worker(new URL('./thread-node.js', import.meta.url), { execArgv: [] }),
    spawn,
  });
}

function spawn(make: () => NodeWorker): Spawn {
  return (hear, lost) => {
    const thread = make();
    thread.on('message', hear);
    thread.on('messageerror', lost);
    thread.on('error', lost);
    thread.on('exit', (code) => lost(`it ended with code ${code}`));
    return {
      post: (question) => thread.postMessage(question),
      end: () => void thread.terminate(),
      // An idle worker doesn't keep a process from ending.
      hold: (isWaitedFor) => (isWaitedFor ? thread.ref() : thread.unref()),
    };
  };
}
