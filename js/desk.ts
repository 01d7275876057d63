import { checked, checkLength, checkText } from './checked.js';
import { type Analysis, decode } from './contract.js';
import { Held } from './instance.js';
import type { Options } from './options.js';
import { Session } from './session/session.js';
import { Desk as Core } from './wasm/copydesk.js';

/** Reads articles. `load()` gives one. */
export class Desk {
  #core: Held<Core> | undefined;
  #options: Options | undefined;

  /**
   * Everything found in `text`, as plain JSON; see `Analysis`. Throws a `CopydeskError`.
   *
   * The options are checked once for each object: to change one, pass a new object; to be quick, pass the same again.
   */
  analyze(text: string, options?: Options): Analysis {
    checkText(text);
    return this.#configured(options).use((core) => {
      // Before the text is copied: the module's memory would never shrink again.
      checkLength(text, options);
      return decode(core.analyze(text), text);
    });
  }

  /**
   * Follows a text that is being written: what `analyze` gives after every edit, in a fraction of its time, and what has changed.
   * Reads the text at once. Throws a `CopydeskError`.
   */
  session(text: string, options?: Options): Session {
    return new Session(text, options);
  }

  #configured(options: Options | undefined): Held<Core> {
    if (this.#core === undefined || options !== this.#options) {
      const core = new Held(() => new Core(checked(options)));
      core.use(() => {});
      this.#core?.free();
      this.#core = core;
      this.#options = options;
    }
    return this.#core;
  }
}
