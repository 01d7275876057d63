import type { Analysis, Name, Span } from '../contract.js';
import type { Move } from './edit.js';
import { same } from './same.js';

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

/** Tells two analyses apart, of the texts before and after an edit. */
export function changes(before: Analysis, now: Analysis, move: Move): Changes {
  return {
    quotes: byPlace(before.quotes, now.quotes, move, startOf, same.quotes),
    marks: byPlace(before.marks, now.marks, move, startOf, same.marks),
    numbers: byPlace(before.numbers, now.numbers, move, startOf, same.numbers),
    entities: byPlace(before.entities, now.entities, move, startOf, same.entities),
    names: byName(before.names, now.names),
    checks: byPlace(before.checks, now.checks, move, (check) => check.spans[0]?.start ?? 0, same.checks),
  };
}

const startOf = (item: Span): number => item.start;

/** Both lists are in order of place, so one walk over both finds what stands where it should. */
function byPlace<T>(before: T[], now: T[], { from, to, by }: Move, startOf: (item: T) => number, isSame: (a: T, b: T, by: number) => boolean): ListChanges {
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

/** Names have no place: those that say the same are one, and mostly in the same order. */
function byName(before: Name[], now: Name[]): ListChanges {
  const found: ListChanges = { removed: [], added: [], kept: [] };
  const both = Math.min(before.length, now.length);
  let [first, last] = [0, 0];
  while (first < both && same.names(before[first]!, now[first]!)) first += 1;
  while (last < both - first && same.names(before.at(-1 - last)!, now.at(-1 - last)!)) last += 1;
  const known = new Map<string, number[]>();
  for (let i = first; i < before.length - last; i++) {
    const { name } = before[i]!;
    const places = known.get(name);
    if (places === undefined) known.set(name, [i]);
    else places.push(i);
  }
  const taken = (name: Name): number | undefined => {
    const places = known.get(name.name) ?? [];
    const found = places.findIndex((i) => same.names(before[i]!, name));
    return found < 0 ? undefined : places.splice(found, 1)[0];
  };
  for (let j = 0; j < now.length; j++) {
    const isBetween = j >= first && j < now.length - last;
    const i = isBetween ? taken(now[j]!) : j < first ? j : j + before.length - now.length;
    if (i === undefined) found.added.push(j);
    else keep(found.kept, i, j, 0);
  }
  found.removed = [...known.values()].flat().sort((a, b) => a - b);
  return found;
}

/** Adds a place to the runs. */
export function keep(runs: Run[], before: number, now: number, by: number): void {
  const last = runs.at(-1);
  if (last !== undefined && last.by === by && last.before + last.count === before && last.now + last.count === now) last.count += 1;
  else runs.push({ before, now, count: 1, by });
}
