import { checkLength } from '../checked.js';
import { type Analysis, decode } from '../contract.js';
import { Held } from '../instance.js';
import type { Options } from '../options.js';
import { Session as Core } from '../wasm/copydesk.js';

/** Reads one version of a text after another, each by what the module remembers of the one before. */
export class Reading {
  readonly #options: Options | undefined;
  readonly #core: Held<Core>;

  /** `options` have been checked and belong to nobody else. */
  constructor(options: Options | undefined) {
    this.#options = options;
    this.#core = new Held(() => new Core(options));
  }

  /** What `Desk.analyze` gives for the text. Throws a `CopydeskError`. */
  read(text: string): Analysis {
    return this.#core.use((core) => {
      // Before the text is copied: the module's memory would never shrink again.
      checkLength(text, this.#options);
      return decode(core.read(text), text);
    });
  }

  /** Gives the memory back. */
  free(): void {
    this.#core.free();
  }
}
