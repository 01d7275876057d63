import { CopydeskError } from '../errors.js';
import { type Load, loader } from '../load.js';
import { gzip } from '../wasm/inline.js';

export * from '../index.js';

/**
 * Starts the module that this very file carries: no other file is fetched. For hosts where one file is all there may be; a
 * file of its own compresses better and is compiled while it comes.
 */
export const load: Load = loader(async () => {
  if (typeof DecompressionStream === 'undefined') {
    throw new CopydeskError('LOAD_FAILED', 'copydesk/inline needs DecompressionStream, which is not there: use copydesk with the option wasm');
  }
  const bytes = Uint8Array.from(atob(gzip), (c) => c.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
});
