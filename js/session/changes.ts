import type { Analysis, Name, Span } from '../contract.js';
import type { Move } from './edit.js';

/** What an edit has done to each list of an analysis. */
export type Changes = { [list in List]: ListChanges };

/** The lists of an analysis. */
export type List = 'quotes' | 'marks' | 'numbers' | 'entities' | 'names' | 'checks';

/** What an edit has done to one list: to show it anew, take away what was removed, move what was kept, draw what was added. */
export interface ListChanges {
  /** The places in the list before of what is no more, or no more as it was. */
  removed: number[];
  /** The places in the list now of what is new, or not as it was. */
  added: number[];
  /** Everything else, in runs, in the order of the list now. */
  kept: Run[];
}

/**
 * Items that say what they said, one after another in both lists. Their spans have moved and their numbers (`id` and what points
 * into a list) may be others; nothing else differs.
 */
export interface Run {
  /** The place of the first in the list before. */
  before: number;
  /** The place of the first in the list now. */
  now: number;
  /** How many they are. */
  count: number;
  /** How many UTF-16 units further on they stand; of names 0. */
  by: number;
}

type Item = Record<string, unknown>;

/** Tells two analyses apart, of the texts before and after an edit. */
export function changes(before: Analysis, now: Analysis, move: Move): Changes {
  const placed = (list: 'quotes' | 'marks' | 'numbers' | 'entities' | 'checks') => byPlace(before[list] as unknown as Item[], now[list] as unknown as Item[], move);
  return {
    quotes: placed('quotes'),
    marks: placed('marks'),
    numbers: placed('numbers'),
    entities: placed('entities'),
    names: byName(before.names, now.names),
    checks: placed('checks'),
  };
}

/** Both lists are in order of place, so one walk over both finds what stands where it should. */
function byPlace(before: Item[], now: Item[], { from, to, by }: Move): ListChanges {
  const found: ListChanges = { removed: [], added: [], kept: [] };
  let [i, j] = [0, 0];
  while (i < before.length && j < now.length) {
    const [a, b] = [before[i]!, now[j]!];
    const [start, next] = [startOf(a), startOf(b)];
    const moved = start < from ? 0 : by;
    // What began in the stretch that gave way is no more.
    const place = start >= from && start < to ? -1 : start + moved;
    if (place === next && isSame(a, b, moved)) {
      keep(found.kept, i++, j++, moved);
      continue;
    }
    if (place <= next) found.removed.push(i++);
    if (place >= next) found.added.push(j++);
  }
  while (i < before.length) found.removed.push(i++);
  while (j < now.length) found.added.push(j++);
  return found;
}

/** Where an item stands: a check stands where the first of its spans does. */
function startOf(item: Item): number {
  return (item['start'] ?? (item['spans'] as Span[])[0]?.start ?? 0) as number;
}

function byName(before: Name[], now: Name[]): ListChanges {
  const found: ListChanges = { removed: [], added: [], kept: [] };
  const key = (n: Name) => JSON.stringify([n.name, n.type, n.role, n.code, n.houseId, n.mentions.length]);
  const known = new Map<string, number[]>();
  before.forEach((name, i) => {
    const places = known.get(key(name));
    if (places === undefined) known.set(key(name), [i]);
    else places.push(i);
  });
  now.forEach((name, j) => {
    const i = known.get(key(name))?.shift();
    if (i === undefined) found.added.push(j);
    else keep(found.kept, i, j, 0);
  });
  found.removed = [...known.values()].flat().sort((a, b) => a - b);
  return found;
}

function keep(runs: Run[], before: number, now: number, by: number): void {
  const last = runs.at(-1);
  if (last !== undefined && last.by === by && last.before + last.count === before && last.now + last.count === now) last.count += 1;
  else runs.push({ before, now, count: 1, by });
}

/** Numbers of items: they change with what stands before. */
const NUMBERS = new Set(['id', 'nameId', 'speakerId', 'continues']);

/** Whether two items of one list say the same, the one `by` further on. */
function isSame(a: Item, b: Item, by: number): boolean {
  for (const key in a) {
    const [x, y] = [a[key], b[key]];
    if (key === 'start' || key === 'end') {
      if ((x as number) + by !== y) return false;
    } else if (NUMBERS.has(key)) {
      if ((x === null) !== (y === null)) return false;
    } else if (typeof x === 'object' && x !== null) {
      if (typeof y !== 'object' || y === null || !isSame(x as Item, y as Item, by)) return false;
    } else if (x !== y) return false;
  }
  // What only the other has: a field that is there only if set, one span more.
  return a['nested'] === b['nested'] && a['length'] === b['length'];
}
