import { readFile } from 'node:fs/promises';
import { type Load, loader } from '../load.js';

export * from '../index.js';

/** Loads the slim module: rules without the trained models, and no patterns in `house`. See `slim.ts`. */
export const load: Load = loader(() => readFile(new URL('../wasm/slim.wasm', import.meta.url)));
