/**
 * What went wrong, for programs to test for.
 *
 * - `BAD_OPTION`: an option is unknown or has a value that can't be used; `option` names it.
 * - `INPUT_TOO_LARGE`: the text is longer than `maxLength`.
 * - `NOT_TEXT`: what should be analysed is no string.
 * - `LOAD_FAILED`: the WebAssembly module could not be had or is none.
 * - `CRASHED`: the module stopped in mid-analysis, which is a bug of Copydesk: no desk of this page works any more.
 */
export type ErrorCode = 'BAD_OPTION' | 'INPUT_TOO_LARGE' | 'NOT_TEXT' | 'LOAD_FAILED' | 'CRASHED';

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
