import { checked, checkText } from '../checked.js';
import type { Analysis } from '../contract.js';
import { CopydeskError } from '../errors.js';
import type { Options } from '../options.js';
import { type Changes, changes } from './changes.js';
import { type Edit, edited, move } from './edit.js';
import { Reading } from './reading.js';

/** What an edit has led to. */
export interface Update {
  /** The analysis of the text as it is now. */
  analysis: Analysis;
  /** What differs from the analysis before. */
  changes: Changes;
}

/**
 * A text that is being written, with its analysis. What has not changed is not read again, and yet the analysis is always exactly
 * what `Desk.analyze` gives for the text. `Desk.session` makes one.
 */
export class Session {
  #text: string;
  #analysis: Analysis;
  #isDisposed = false;
  readonly #reading: Reading;

  /** Reads the text. The options hold for good: a copy of them is kept. Throws a `CopydeskError`. */
  constructor(text: string, options?: Options) {
    checkText(text);
    this.#reading = new Reading(checked(options) as Options | undefined);
    this.#text = text;
    this.#analysis = this.#reading.read(text);
  }

  /** The text as it is now. */
  get text(): string {
    this.#check();
    return this.#text;
  }

  /** Everything found in it. An analysis that was had before stays as it is. */
  get analysis(): Analysis {
    this.#check();
    return this.#analysis;
  }

  /**
   * Edits the text and reads what has changed. Throws a `CopydeskError`, with `BAD_EDIT` for offsets that don't fit the text; then
   * text and analysis are as they were.
   */
  update(edit: Edit): Update {
    this.#check();
    const text = edited(this.#text, edit);
    const analysis = this.#reading.read(text);
    const update = { analysis, changes: changes(this.#analysis, analysis, move(edit)) };
    this.#text = text;
    this.#analysis = analysis;
    return update;
  }

  /** Gives the session's memory back. Whatever is asked of it later throws `DISPOSED`; to dispose of it again is nothing. */
  dispose(): void {
    this.#isDisposed = true;
    this.#reading.free();
  }

  #check(): void {
    if (this.#isDisposed) throw new CopydeskError('DISPOSED', 'the session was disposed of');
  }
}
