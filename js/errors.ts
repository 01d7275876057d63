/**
 * What went wrong, for programs to test for.
 *
 * - `BAD_OPTION`: an option is unknown or has a value that can't be used; `option` names it.
 * - `INPUT_TOO_LARGE`: the text is longer than `maxLength`.
 * - `NOT_TEXT`: what should be analysed is no string.
 * - `LOAD_FAILED`: the WebAssembly module could not be had or is none.
 * - `CRASHED`: the module stopped in mid-analysis, twice on this text, which is a bug of Copydesk. Other texts are read as before.
 * - `TIMED_OUT`: the worker took longer than the call's time limit.
 * - `SUPERSEDED`: a newer call with the same `key` took this one's place.
 * - `REFUSED`: the text has crashed two workers and is not tried again.
 * - `BAD_EDIT`: an edit of a session doesn't fit its text.
 * - `DISPOSED`: the desk, session, view or highlight was disposed of.
 * - `TEXT_CHANGED`: the text is not the one that was analysed.
 * - `BAD_INPUT`: what should be read back (JSON, an annotation) is not what Copydesk writes.
 * - `BAD_TARGET`: what should be read or painted is no element of a document.
 */
export type ErrorCode =
  | 'BAD_OPTION'
  | 'INPUT_TOO_LARGE'
  | 'NOT_TEXT'
  | 'LOAD_FAILED'
  | 'CRASHED'
  | 'TIMED_OUT'
  | 'SUPERSEDED'
  | 'REFUSED'
  | 'BAD_EDIT'
  | 'DISPOSED'
  | 'TEXT_CHANGED'
  | 'BAD_INPUT'
  | 'BAD_TARGET';

/** The only kind of error that Copydesk throws. */
export class CopydeskError extends Error {
  override readonly name = 'CopydeskError';
  /** What went wrong. */
  readonly code: ErrorCode;
  /** Path of the option at fault, such as `house.names[2].type`; undefined unless `code` is `BAD_OPTION`. */
  readonly option: string | undefined;

  /** `cause` is the error underneath, if there is one. */
  constructor(code: ErrorCode, message: string, details: { option?: string | undefined; cause?: unknown } = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.option = details.option;
  }
}
