import { CopydeskError, type ErrorCode } from './errors.js';
import { __wbg_reset_state as restart } from './wasm/copydesk.js';

/** Counts the instances of the module that this page or process has had. */
let instance = 0;

/** Whether the present instance stopped in mid-analysis: it must not be entered again. */
let isStopped = false;

/** Something that lives in the module: made when it is first used, and afresh in an instance that takes the place of one that stopped. */
export class Held<T extends { free(): void }> {
  #held: T | undefined;
  #instance = instance;
  readonly #make: () => T;

  /** `make` makes it. */
  constructor(make: () => T) {
    this.#make = make;
  }

  /** What `work` gives; throws a `CopydeskError`. Work that stops the module is tried once again. */
  use<R>(work: (held: T) => R): R {
    // The module has no state that another instance would miss, and an engine under load may stop it without its fault
    // (seen in WebKitGTK: "Out of bounds memory access", once in some thirty runs, as memory grows while code is compiled).
    for (let isLast = false; ; isLast = true) {
      try {
        return work(this.#present());
      } catch (error) {
        const stopped = error instanceof WebAssembly.RuntimeError;
        isStopped ||= stopped;
        if (!stopped || isLast) throw typed(error);
      }
    }
  }

  /** Gives its memory back. What belonged to an instance that stopped is gone with it. */
  free(): void {
    if (this.#instance === instance && !isStopped) this.#held?.free();
    this.#held = undefined;
  }

  #present(): T {
    if (isStopped) {
      restart();
      instance += 1;
      isStopped = false;
    }
    if (this.#held === undefined || this.#instance !== instance) {
      this.#held = this.#make();
      this.#instance = instance;
    }
    return this.#held;
  }
}

/** Nothing from the module is thrown raw. */
function typed(error: unknown): CopydeskError {
  if (error instanceof CopydeskError) return error;
  const { code, message, option } = error as { code?: ErrorCode; message?: string; option?: string };
  if (code === 'BAD_OPTION' || code === 'INPUT_TOO_LARGE') return new CopydeskError(code, message ?? code, { option });
  return new CopydeskError('CRASHED', `the analysis stopped: ${message ?? String(error)}`, { cause: error });
}
