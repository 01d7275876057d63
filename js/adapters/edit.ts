import type { Item } from '../items.js';
import type { Edit } from '../session/edit.js';

/** The one change that makes `after` of `before`, as short as it can be; null if they are the same. */
export function editBetween(before: string, after: string): Edit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let kept = 0;
  while (kept < shorter - from && before.charCodeAt(before.length - 1 - kept) === after.charCodeAt(after.length - 1 - kept)) kept++;
  return { from, to: before.length - kept, insert: after.slice(from, after.length - kept) };
}

/** What was found in `before`, at its places in `after`. What an edit touched is left out. */
export function moved(all: readonly Item[], before: string, after: string): readonly Item[] {
  const edit = editBetween(before, after);
  if (edit === null) return all;
  const by = edit.insert.length - (edit.to - edit.from);
  return all.flatMap((item): Item[] => {
    if (item.end <= edit.from) return [item];
    return item.start >= edit.to ? [{ ...item, start: item.start + by, end: item.end + by }] : [];
  });
}
