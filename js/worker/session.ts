import type { Analysis } from '../contract.js';
import { CopydeskError } from '../errors.js';
import { type Changes, changes } from '../session/changes.js';
import { type Edit, edited, joined, type Move, move } from '../session/edit.js';
import type { Update } from '../session/session.js';
import type { SessionCallOptions } from './desk.js';

/** A text that is being written, read in a worker. `WorkerDesk.session` makes one. */
export class WorkerSession {
  #text: string;
  #analysis: Analysis;
  /** How the text has moved since it was `#analysis`'s. */
  #moved: Move | undefined;
  #isDisposed = false;
  readonly #read: (text: string, call: SessionCallOptions) => Promise<Analysis>;

  /** `read` reads the newest text: the calls before it reject, and it throws at once where it doesn't begin. */
  constructor(text: string, analysis: Analysis, read: (text: string, call: SessionCallOptions) => Promise<Analysis>) {
    this.#text = text;
    this.#analysis = analysis;
    this.#read = read;
  }

  /** The text with every edit so far, whether it has been read or not. */
  get text(): string {
    this.#check();
    return this.#text;
  }

  /** The analysis given last: of the present text unless an edit waits or failed. */
  get analysis(): Analysis {
    this.#check();
    return this.#analysis;
  }

  /**
   * Edits the text at once and reads it in the worker. What it gives belongs to the present text, or it rejects: with `SUPERSEDED` if
   * another edit came first, with `BAD_EDIT` or `INPUT_TOO_LARGE` if the edit was refused, otherwise as `WorkerDesk.analyze` does. The
   * changes are those since the analysis given last, over all edits in between.
   */
  async update(edit: Edit, call: SessionCallOptions = {}): Promise<Update> {
    this.#check();
    const text = edited(this.#text, edit);
    const answer = this.#read(text, call);
    const moved = this.#moved === undefined ? move(edit) : joined(this.#moved, move(edit));
    [this.#text, this.#moved] = [text, moved];
    const analysis = await answer;
    this.#check();
    const before = this.#analysis;
    [this.#analysis, this.#moved] = [analysis, undefined];
    let found: Changes | undefined;
    return {
      analysis,
      // Of a long text that takes some milliseconds of the page's time: whoever doesn't ask doesn't wait.
      get changes() {
        return (found ??= changes(before, analysis, moved));
      },
    };
  }

  /** Edits that wait reject with `DISPOSED`; so does whatever is asked later. Again is nothing. */
  dispose(): void {
    this.#isDisposed = true;
  }

  #check(): void {
    if (this.#isDisposed) throw new CopydeskError('DISPOSED', 'the session was disposed of');
  }
}
