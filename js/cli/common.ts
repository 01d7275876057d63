/** Something a user is told, without a stack. */
export class Problem extends Error {}

/** What Unicode and Rust call white space; JavaScript's own idea differs by U+0085 and U+FEFF. */
const SPACE = String.raw`[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+`;
const ENDS = new RegExp(`^${SPACE}|${SPACE}$`, 'gu');
const RUNS = new RegExp(SPACE, 'gu');

/** Without white space at its ends. */
export function trim(text: string): string {
  return text.replace(ENDS, '');
}

/** On one line, with single spaces. */
export function line(text: string): string {
  return trim(text).replace(RUNS, ' ');
}
