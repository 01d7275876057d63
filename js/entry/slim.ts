import { type Load, loader } from '../load.js';

export * from '../index.js';

/**
 * Loads the slim module: rules without the trained models, and no patterns in `house`. A page or process runs one module only, so
 * it is this one or that of the package's main entry.
 */
export const load: Load = loader(() => new URL('../wasm/slim.wasm', import.meta.url));
