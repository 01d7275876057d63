import { compile, failing, type WasmSource } from './compile.js';
import { initSync } from './wasm/copydesk.js';

let running: Promise<{ memory: WebAssembly.Memory }> | undefined;

/**
 * Starts the one module of this page or process. The first source that works serves for good; a failed one may be followed by
 * another.
 */
export function start(source: () => WasmSource | Promise<WasmSource>): Promise<{ memory: WebAssembly.Memory }> {
  running ??= compile(source)
    .then((module) => initSync({ module }))
    .catch((error: unknown) => {
      running = undefined;
      return failing()(error);
    });
  return running;
}
