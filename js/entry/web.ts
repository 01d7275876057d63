import { type Load, loader } from '../load.js';

export * from '../index.js';

/** Loads the WebAssembly module, once for a page, and gives a desk. Rejects with a `CopydeskError`. */
export const load: Load = loader(() => new URL('../wasm/copydesk.wasm', import.meta.url));
