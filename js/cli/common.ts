/** Something a user is told, without a stack. */
export class Problem extends Error {}

/** What Unicode and Rust call white space; JavaScript's own idea differs by U+0085 and U+FEFF. */
const SPACE = String.raw`[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]`;
const RUNS = new RegExp(`${SPACE}+`, 'gu');
const ONE = new RegExp(SPACE, 'u');

/** Without white space at its ends. */
export function trim(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && ONE.test(text.charAt(start))) start += 1;
  while (start < end && ONE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** On one line, with single spaces. */
export function line(text: string): string {
  return trim(text.replace(RUNS, ' '));
}
