import { checked } from './checked.js';
import { type Analysis, decode } from './contract.js';
import { CopydeskError, type ErrorCode } from './errors.js';
import { maxLength, type Options } from './options.js';
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
    if (typeof text !== 'string') {
      throw new CopydeskError('NOT_TEXT', `the text is ${text === null ? 'null' : `of type ${typeof text}`}, not a string`);
    }
    return typed(() => {
      const core = this.#configured(options);
      // Before the text is copied: the module's memory would never shrink again.
      const limit = options?.maxLength ?? maxLength;
      if (text.length > limit) throw new CopydeskError('INPUT_TOO_LARGE', tooLarge(text.length, limit));
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

/** The native command line's words. */
function tooLarge(length: number, limit: number): string {
  return `the text has ${length} UTF-16 units, more than ${limit}: analyse it in parts or raise the option maxLength`;
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
