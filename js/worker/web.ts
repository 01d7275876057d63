import { CopydeskError } from '../errors.js';
import type { WorkerDesk } from './desk.js';
import type { Spawn } from './line.js';
import { open, type WorkerLoadOptions } from './load.js';

export * from './index.js';

/** Starts a worker and gives its desk. Rejects with a `CopydeskError`. */
export function load(options: WorkerLoadOptions<Worker> = {}): Promise<WorkerDesk> {
  return open(options, { wasm: () => new URL('../wasm/copydesk.wasm', import.meta.url), worker, spawn });
}

function spawn(make: () => Worker): Spawn {
  return (hear, lost) => {
    const thread = make();
    thread.addEventListener('message', ({ data }) => hear(data));
    thread.addEventListener('messageerror', () => lost('an answer could not be read'));
    thread.addEventListener('error', (event) => {
      event.preventDefault();
      // A script that can't be had or run gives an event without a message.
      lost(event.message || 'its script could not be loaded or run');
    });
    return { post: (question) => thread.postMessage(question), end: () => thread.terminate() };
  };
}

function worker(): Worker {
  if (typeof Worker === 'undefined') throw new CopydeskError('LOAD_FAILED', 'there are no workers here');
  const own = trusted();
  if (own !== undefined) return new Worker(own, { type: 'module' });
  // Bundlers look for exactly this.
  return new Worker(new URL('./thread.js', import.meta.url), { type: 'module' });
}

interface Factory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string };
}

let policy: ReturnType<Factory['createPolicy']> | undefined;

/**
 * Where a page may have Trusted Types, the worker's address with the blessing of the policy `copydesk`, which blesses nothing else.
 * Undefined where there are none, or where a bundler has moved this file: then it sees to its own addresses.
 */
function trusted(): string | undefined {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  const here = import.meta.url;
  if (factory === undefined || !/^https?:.*\/worker\/web\.js$/.test(here)) return undefined;
  const address = new URL('thread.js', here).href;
  try {
    policy ??= factory.createPolicy('copydesk', {
      createScriptURL(url) {
        if (url === address) return url;
        throw new TypeError(`the policy copydesk is not for ${url}`);
      },
    });
  } catch {
    // The page's policy allows no policy of this name. Perhaps it has no need of one.
    return undefined;
  }
  return policy.createScriptURL(address);
}
