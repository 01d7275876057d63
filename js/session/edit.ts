import { CopydeskError } from '../errors.js';

/**
 * An edit of a text: the UTF-16 code units from `from` to `to` (not included) give way to `insert`. Either end may lie within a
 * surrogate pair: it is the text as a whole that counts.
 */
export interface Edit {
  from: number;
  to: number;
  insert: string;
}

/** How an edit moves what stands in the text: from `to` on everything stands `by` further on. */
export interface Move {
  from: number;
  to: number;
  by: number;
}

/** The text after an edit; throws `BAD_EDIT` for one that doesn't fit it. */
export function edited(text: string, edit: Edit): string {
  const { from, to, insert } = check(edit, text.length);
  return text.slice(0, from) + insert + text.slice(to);
}

/** How it moves what stands in the text. */
export function move({ from, to, insert }: Edit): Move {
  return { from, to, by: insert.length - (to - from) };
}

/** One move for two of which `next` follows on `first`. */
export function joined(first: Move, next: Move): Move {
  const from = Math.min(first.from, next.from);
  const to = Math.max(first.to, next.to - first.by);
  return { from, to, by: first.by + next.by };
}

function check(edit: Edit, length: number): Edit {
  const { from, to, insert } = (edit ?? {}) as Partial<Edit>;
  if (typeof insert !== 'string') throw bad(`insert is ${insert === null ? 'null' : `of type ${typeof insert}`}, not a string`);
  for (const [name, at] of [['from', from], ['to', to]] as const) {
    if (!Number.isInteger(at)) throw bad(`${name} is ${typeof at === 'number' ? at : `of type ${typeof at}`}, not a whole number`);
    if (at! < 0 || at! > length) throw bad(`${name} is ${at}, outside the text of ${length} UTF-16 units`);
  }
  if (from! > to!) throw bad(`from is ${from}, behind to, which is ${to}`);
  return edit;
}

function bad(problem: string): CopydeskError {
  return new CopydeskError('BAD_EDIT', `the edit doesn't fit the text: ${problem}`);
}
