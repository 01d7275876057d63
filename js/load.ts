import { Desk } from './desk.js';
import type { WasmSource } from './compile.js';
import { start } from './module.js';

/** Settings of `load`. */
export interface LoadOptions {
  /** Where the WebAssembly module comes from. Default: the file beside this package's code. The first `load` decides. */
  wasm?: WasmSource | Promise<WasmSource> | undefined;
}

/** Loads the WebAssembly module, once for a page or process, and gives a desk. Rejects with a `CopydeskError`. */
export type Load = (options?: LoadOptions) => Promise<Desk>;

/** A `load` with its default source. */
export function loader(source: () => WasmSource | Promise<WasmSource>): Load {
  return async ({ wasm } = {}) => {
    // Where the module runs already, nobody looks at what became of this source.
    if (wasm instanceof Promise) wasm.catch(() => {});
    await start(wasm === undefined ? source : () => wasm);
    return new Desk();
  };
}
