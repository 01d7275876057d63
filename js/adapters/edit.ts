import type { Item } from '../items.js';
import { between } from '../session/between.js';
import type { Edit } from '../session/edit.js';

/** The one change that makes `after` of `before`, as short as it can be; null if they are the same. */
export function editBetween(before: string, after: string): Edit | null {
  return before === after ? null : between(before, after);
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
