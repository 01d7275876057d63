import { readFile } from 'node:fs/promises';
import { type Load, loader } from '../load.js';

export * from '../index.js';

/** Loads the WebAssembly module, once for a process, and gives a desk. Rejects with a `CopydeskError`. */
export const load: Load = loader(() => readFile(new URL('../wasm/copydesk.wasm', import.meta.url)));
