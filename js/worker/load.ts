import { compile, type WasmSource } from '../compile.js';
import { CopydeskError } from '../errors.js';
import { checkLimit, timeLimit as usual, WorkerDesk } from './desk.js';
import type { Spawn } from './line.js';

/** Settings of the worker's `load`. */
export interface WorkerLoadOptions<W> {
  /** Where the WebAssembly module comes from. Default: the file beside this package's code. */
  wasm?: WasmSource | Promise<WasmSource> | undefined;
  /** Makes the worker, which has to run `copydesk/worker/thread`; called again after a crash. Default: the file in this package. */
  worker?: (() => W) | undefined;
  /** Longest time of a call in the worker, and of its start, in milliseconds. Default: 10,000. */
  timeLimit?: number | undefined;
}

/** Compiles the module, starts a worker with it and gives a desk. Rejects with a `CopydeskError`. */
export async function open<W>(
  { wasm, worker, timeLimit = usual }: WorkerLoadOptions<W>,
  standard: { wasm: () => WasmSource | Promise<WasmSource>; worker: () => W; spawn: (make: () => W) => Spawn },
): Promise<WorkerDesk> {
  checkLimit(timeLimit);
  const source = wasm === undefined ? standard.wasm : () => wasm;
  const module = await inTime(compile(source), timeLimit);
  const desk = new WorkerDesk(standard.spawn(worker ?? standard.worker), module, timeLimit);
  await desk.start();
  return desk;
}

function inTime<T>(work: Promise<T>, limit: number): Promise<T> {
  if (limit >= 2 ** 31) return work;
  return new Promise((resolve, reject) => {
    const late = () => reject(new CopydeskError('LOAD_FAILED', `the WebAssembly module took longer than ${limit} ms`));
    const timer = setTimeout(late, limit);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
