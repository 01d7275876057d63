import { checked, checkLength, checkText } from './checked.js';
import { type Analysis, decode } from './contract.js';
import { CopydeskError, type ErrorCode } from './errors.js';
import type { Options } from './options.js';
import { Desk as Core, __wbg_reset_state as restart } from './wasm/copydesk.js';

/** Counts the instances of the module that this page or process has had. */
let instance = 0;

/** Whether the present instance stopped in mid-analysis: it must not be entered again. */
let isStopped = false;

function hasStopped(error: unknown): boolean {
  const stopped = error instanceof WebAssembly.RuntimeError;
  isStopped ||= stopped;
  return stopped;
}

/** Reads articles. `load()` gives one. */
export class Desk {
  #core: Core | undefined;
  #options: Options | undefined;
  #instance = instance;

  /**
   * Everything found in `text`, as plain JSON; see `Analysis`. Throws a `CopydeskError`.
   *
   * The options are checked once for each object: to change one, pass a new object; to be quick, pass the same again.
   */
  analyze(text: string, options?: Options): Analysis {
    checkText(text);
    try {
      return this.#read(text, options);
    } catch (error) {
      if (!hasStopped(error)) throw typed(error);
    }
    // The module has no state that another instance would miss, and an engine under load may stop it without its fault
    // (seen in WebKitGTK: "Out of bounds memory access", once in some thirty runs, as memory grows while code is compiled).
    try {
      return this.#read(text, options);
    } catch (error) {
      hasStopped(error);
      throw typed(error);
    }
  }

  #read(text: string, options: Options | undefined): Analysis {
    const core = this.#configured(options);
    // Before the text is copied: the module's memory would never shrink again.
    checkLength(text, options);
    return decode(core.analyze(text), text);
  }

  #configured(options: Options | undefined): Core {
    if (isStopped) {
      restart();
      instance += 1;
      isStopped = false;
    }
    if (this.#core === undefined || options !== this.#options || this.#instance !== instance) {
      const core = new Core(checked(options));
      // What belonged to an instance that stopped is gone with it.
      if (this.#instance === instance) this.#core?.free();
      this.#core = core;
      this.#options = options;
      this.#instance = instance;
    }
    return this.#core;
  }
}

/** Nothing from the module is thrown raw. */
function typed(error: unknown): CopydeskError {
  if (error instanceof CopydeskError) return error;
  const { code, message, option } = error as { code?: ErrorCode; message?: string; option?: string };
  if (code === 'BAD_OPTION' || code === 'INPUT_TOO_LARGE') return new CopydeskError(code, message ?? code, { option });
  return new CopydeskError('CRASHED', `the analysis stopped: ${message ?? String(error)}`, { cause: error });
}
