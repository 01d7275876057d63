import type { Analysis } from '../contract.js';
import { changes, keep, type List, type Run } from './changes.js';
import type { Move } from './edit.js';
import { moved } from './moved.js';

/** An analysis told by the one of the text before an edit. */
export interface Difference {
  /** The analysis without the items that are kept. */
  rest: Analysis;
  /** Runs of items of the one before, by list. Those of `rest` stand between them. */
  kept: Record<List, Run[]>;
}

/** Shorter lists are moved in next to no time. */
const LONG = 1000;

/** What `now` is beside `before`. */
export function difference(before: Analysis, now: Analysis, move: Move): Difference {
  const found = changes(before, now, move);
  // An item whose numbers don't follow from where items are now is told anew, and so is what points to it.
  const mentionAt = places(found.entities.kept);
  const names = only(found.names.kept, (a, b) => before.names[a]!.mentions.every((id, i) => mentionAt[id] === now.names[b]!.mentions[i]));
  const nameAt = places(names);
  const quoteAt: number[] = [];
  const kept = {
    quotes: only(found.quotes.kept, (a, b) => {
      const [{ continues, speakerId }, quote] = [before.quotes[a]!, now.quotes[b]!];
      const isKept = follow(continues, quoteAt) === quote.continues && follow(speakerId, nameAt) === quote.speakerId;
      if (isKept) quoteAt[a] = b;
      return isKept;
    }),
    marks: found.marks.kept,
    numbers: found.numbers.kept,
    entities: only(found.entities.kept, (a, b) => follow(before.entities[a]!.nameId, nameAt) === now.entities[b]!.nameId),
    names,
    checks: found.checks.kept,
  };
  const rest = { ...now };
  for (const list of Object.keys(kept) as List[]) rest[list] = left<unknown>(now[list], kept[list]) as never;
  return { rest, kept };
}

/** What an analysis is that is told by the one before. Items that are as they were are the same objects. Each long list is a task of its own. */
export async function told(before: Analysis, { rest, kept }: Difference): Promise<Analysis> {
  const [quoteAt, nameAt, mentionAt] = [places(kept.quotes), places(kept.names), places(kept.entities)];
  const lists = {
    quotes: () =>
      joined(before.quotes, rest.quotes, kept.quotes, (a, id, by) => {
        const [continues, speakerId] = [follow(a.continues, quoteAt), follow(a.speakerId, nameAt)];
        return by === 0 && id === a.id && continues === a.continues && speakerId === a.speakerId ? a : moved.quotes(a, by, { id, continues, speakerId });
      }),
    marks: () => joined(before.marks, rest.marks, kept.marks, (a, _, by) => (by === 0 ? a : moved.marks(a, by))),
    numbers: () => joined(before.numbers, rest.numbers, kept.numbers, (a, id, by) => (by === 0 && id === a.id ? a : moved.numbers(a, by, { id }))),
    entities: () =>
      joined(before.entities, rest.entities, kept.entities, (a, id, by) => {
        const nameId = follow(a.nameId, nameAt);
        return by === 0 && id === a.id && nameId === a.nameId ? a : moved.entities(a, by, { id, nameId });
      }),
    names: () =>
      joined(before.names, rest.names, kept.names, (a, id) => {
        const isSame = id === a.id && a.mentions.every((mention) => mentionAt[mention] === mention);
        return isSame ? a : { ...a, id, mentions: a.mentions.map((mention) => mentionAt[mention]!) };
      }),
    checks: () => joined(before.checks, rest.checks, kept.checks, (a, id, by) => (by === 0 && id === a.id ? a : moved.checks(a, by, { id }))),
  };
  const now = { ...rest };
  for (const list of Object.keys(lists) as List[]) {
    if (before[list].length > LONG) await new Promise((done) => setTimeout(done));
    now[list] = lists[list]() as never;
  }
  return now;
}

/** Where the items of a list are now, by where they were. */
function places(kept: Run[]): number[] {
  const all: number[] = [];
  for (const { before, now, count } of kept) for (let i = 0; i < count; i++) all[before + i] = now + i;
  return all;
}

/** The number of what `id` was the number of; undefined if that isn't kept. */
function follow(id: number | null, places: number[]): number | null {
  return id === null ? null : places[id]!;
}

/** The runs without the items that don't pass. */
function only(kept: Run[], passes: (before: number, now: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (const { before, now, count, by } of kept) for (let i = 0; i < count; i++) if (passes(before + i, now + i)) keep(runs, before + i, now + i, by);
  return runs;
}

/** The items of a list that no run has. */
function left<T>(list: readonly T[], kept: Run[]): T[] {
  const ends = [0, ...kept.map(({ now, count }) => now + count)];
  const starts = [...kept.map(({ now }) => now), list.length];
  return ends.flatMap((end, i) => list.slice(end, starts[i]));
}

/** The runs' items of the list before, each moved, and between them the rest. */
function joined<T>(before: readonly T[], rest: readonly T[], kept: Run[], move: (item: T, now: number, by: number) => T): T[] {
  const all: T[] = [];
  let next = 0;
  for (const run of kept) {
    while (all.length < run.now) all.push(rest[next++]!);
    for (let i = run.before; i < run.before + run.count; i++) all.push(move(before[i]!, all.length, run.by));
  }
  while (next < rest.length) all.push(rest[next++]!);
  return all;
}
