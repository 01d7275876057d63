import { checked, checkLength, checkText } from './checked.js';
import { type Analysis, decode } from './contract.js';
import { CopydeskError, type ErrorCode } from './errors.js';
import type { Options } from './options.js';
import { Desk as Core } from './wasm/copydesk.js';

/** Reads articles. `load()` gives one. */
export class Desk {
  #core: Core | undefined;
  #options: Options | undefined;

  /**
   * Everything found in `text`, as plain JSON; see `Analysis`. Throws a `CopydeskError`.
   *
   * The options are checked once for each object: to change one, pass a new object; to be quick, pass the same again.
   */
  analyze(text: string, options?: Options): Analysis {
    checkText(text);
    return typed(() => {
      const core = this.#configured(options);
      // Before the text is copied: the module's memory would never shrink again.
      checkLength(text, options);
      return decode(core.analyze(text), text);
    });
  }

  #configured(options: Options | undefined): Core {
    if (this.#core === undefined || options !== this.#options) {
      const core = new Core(checked(options));
      this.#core?.free();
      this.#core = core;
      this.#options = options;
    }
    return this.#core;
  }
}

/** Nothing from the module is thrown raw. */
function typed<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CopydeskError) throw error;
    const { code, message, option } = error as { code?: ErrorCode; message?: string; option?: string };
    if (code === 'BAD_OPTION' || code === 'INPUT_TOO_LARGE') throw new CopydeskError(code, message ?? code, { option });
    throw new CopydeskError('CRASHED', `the analysis stopped: ${message ?? String(error)}`, { cause: error });
  }
}
