/**
 * What an editor knows better, applied to an analysis: speakers, types and names set right, names merged and split, items dropped and added.
 *
 * ```js
 * import { corrected } from 'copydesk/corrections';
 * const analysis = corrected(desk.analyze(article), article, [{ do: 'rename', at: { layer: 'entities', start: 0, end: 5 }, name: 'Maren Oduya' }]);
 * ```
 *
 * A correction says what to change at which place of the text, so it outlasts another reading of the same words. What it is about may be
 * gone: then it changes nothing.
 */
import type { Analysis, Check, EntityType, Figure, Name, Quote } from './contract.js';
import { CopydeskError } from './errors.js';
import { between } from './session/between.js';

/** The place of an item, as UTF-16 offsets. */
export interface ItemPlace {
  /** The list that it is in. */
  layer: 'quotes' | 'numbers' | 'entities';
  start: number;
  end: number;
}

/**
 * One correction. `at` of what is done to a name (`retype`, `rename`, `merge`, `dropName`) is one of its mentions; a `speaker` of "" is
 * nobody; `split` makes a name of its own of a mention; `add` of a mention has a type ("PERSON" if it says none), of a figure what a desk
 * read in those words.
 */
export type Correction =
  | { do: 'speaker'; at: ItemPlace; name: string }
  | { do: 'retype'; at: ItemPlace; type: EntityType }
  | { do: 'rename'; at: ItemPlace; name: string }
  | { do: 'merge'; at: ItemPlace; into: ItemPlace }
  | { do: 'split' | 'drop' | 'dropName'; at: ItemPlace }
  | { do: 'add'; at: ItemPlace; type?: EntityType | undefined; figure?: Figure | undefined };

/** The rule of an item that was set by hand. */
export const BY_HAND = 'by hand';

const SET = { rule: BY_HAND, confidence: 1 };

/**
 * The analysis with the corrections applied, in their order, and without the checks that they answer; ids and links are as the contract has
 * them, and what is left alone are the same objects. `source` is the text that the analysis is of. Throws `BAD_INPUT` for what is no correction.
 */
export function corrected(analysis: Analysis, source: string, corrections: readonly Correction[]): Analysis {
  if (corrections.length === 0) return analysis;
  const draft = { ...analysis };
  for (const [i, correction] of corrections.entries()) {
    if (!isCorrection(correction)) throw new CopydeskError('BAD_INPUT', `correction ${i} is none: it has to say what to do, at which place`);
    (APPLY[correction.do] as Apply<Correction>)(draft, correction, source);
  }
  return renumbered({ ...draft, checks: unanswered(analysis, draft) });
}

type Apply<C> = (draft: Analysis, correction: C, source: string) => void;

/** While corrections are applied, ids stay as they are; `renumbered` makes indices of them. Items are changed in new lists, never themselves. */
const APPLY: { [D in Correction['do']]: Apply<Correction & { do: D }> } = {
  speaker(draft, { at, name }) {
    const first = draft.quotes.find(isAt(at));
    if (first === undefined) return;
    const speakerId = draft.names.find((n) => n.name === name)?.id ?? null;
    const chain = new Set([first.id]);
    const isMeant = (q: Quote) => (q === first || (q.continues !== null && chain.has(q.continues))) && chain.add(q.id);
    draft.quotes = changed(draft.quotes, isMeant, { ...SET, speakerId, ...(name === '' ? { speakerName: null, speaker: null } : { speakerName: name }) });
  },

  retype(draft, { at, type }) {
    const name = nameAt(draft, at);
    if (name === undefined) return;
    draft.names = changed(draft.names, (n) => n === name, { type });
    draft.entities = changed(draft.entities, (m) => m.nameId === name.id, { ...SET, type });
  },

  rename(draft, { at, name: to }) {
    const name = nameAt(draft, at);
    if (name === undefined || to === '') return;
    draft.names = changed(draft.names, (n) => n === name, { name: to });
    draft.entities = changed(draft.entities, (m) => m.nameId === name.id, { name: to });
    draft.quotes = changed(draft.quotes, (q) => q.speakerId === name.id, { speakerName: to });
  },

  merge(draft, { at, into }) {
    const [from, to] = [nameAt(draft, at), nameAt(draft, into)];
    if (from === undefined || to === undefined || from === to) return;
    draft.entities = changed(draft.entities, (m) => m.nameId === from.id, { ...SET, nameId: to.id, name: to.name, type: to.type });
    draft.quotes = changed(draft.quotes, (q) => q.speakerId === from.id, { speakerId: to.id, speakerName: to.name });
    draft.names = changed(draft.names.filter((n) => n !== from), (n) => n === to, { role: to.role ?? from.role });
  },

  split(draft, { at }) {
    const mention = draft.entities.find(isAt(at));
    if (mention === undefined) return;
    const { id, name } = newName(draft, mention.text, mention.type);
    const isMeant = ({ speaker }: Quote) => speaker !== null && speaker.start <= at.start && at.end <= speaker.end;
    draft.quotes = changed(draft.quotes, isMeant, { speakerId: id, speakerName: name });
    draft.entities = changed(draft.entities, (m) => m === mention, { ...SET, nameId: id, name });
  },

  drop(draft, { at }) {
    const isOther = (item: Place) => !isAt(at)(item);
    if (at.layer === 'quotes') draft.quotes = draft.quotes.filter(isOther);
    else if (at.layer === 'numbers') draft.numbers = draft.numbers.filter(isOther);
    else draft.entities = draft.entities.filter(isOther);
  },

  dropName(draft, { at }) {
    const name = nameAt(draft, at);
    draft.entities = draft.entities.filter((m) => m.nameId !== name?.id);
  },

  add(draft, { at, type = 'PERSON', figure }, source) {
    const { layer, start, end } = at;
    const text = source.slice(start, end);
    const item = { ...SET, id: newId(draft[layer]), start, end, text };
    if (end > source.length || text.trim() === '' || HALF.test(text) || draft[layer].some(isAt(at))) return;
    if (layer === 'quotes') {
      draft.quotes = [...draft.quotes, { ...item, kind: 'direct', continues: null, cue: null, speaker: null, speakerName: null, speakerId: null }];
    } else if (layer === 'numbers') {
      draft.numbers = [...draft.numbers, { ...UNREAD, ...figure, ...item }];
    } else {
      const name = draft.names.find((n) => n.name === text && n.type === type) ?? newName(draft, text, type);
      draft.entities = [...draft.entities, { ...item, type, name: name.name, nameId: name.id }];
    }
  },
};

/** Words that begin or end within a character. */
const HALF = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/;

/** A figure of which only the words are known. */
const UNREAD: Omit<Figure, 'id' | 'start' | 'end' | 'text' | 'confidence' | 'rule'> = {
  kind: 'cardinal', value: null, exact: null, unit: null, iso: null, lo: null, hi: null, of: null, mod: null, part: null, counted: null, per: null, si: null, ambiguous: true,
};

type Place = { start: number; end: number };

function isAt({ start, end }: Place): (item: Place) => boolean {
  return (item) => item.start === start && item.end === end;
}

/** A list in which some items are changed. */
function changed<T>(list: readonly T[], isMeant: (item: T) => unknown, change: Partial<T>): T[] {
  return list.map((item) => (isMeant(item) ? { ...item, ...change } : item));
}

/** Below 0, so that it is not taken for an item that was dropped. */
function newId(list: readonly { id: number }[]): number {
  return list.reduce((least, { id }) => Math.min(least, id), 0) - 1;
}

function nameAt(draft: Analysis, at: Place): Name | undefined {
  const mention = draft.entities.find(isAt(at));
  return mention === undefined ? undefined : draft.names.find((n) => n.id === mention.nameId);
}

function newName(draft: Analysis, name: string, type: EntityType): Name {
  const made = { id: newId(draft.names), name, type, role: null, code: null, houseId: null, mentions: [] };
  draft.names = [...draft.names, made];
  return made;
}

/** The checks that no correction answers: none of their items is gone or changed. A name that is spelt two ways is so whoever bears it, as long as it is a name. */
function unanswered(before: Analysis, now: Analysis): Check[] {
  const isGone = new Map<string, boolean>();
  for (const list of ['quotes', 'numbers', 'entities'] as const) {
    // What is left stands in the order in which it was.
    let next = 0;
    for (const item of before[list]) {
      const left = now[list][next];
      if (left?.id === item.id) next += 1;
      if (left !== item) isGone.set(`${item.start}-${item.end}`, left?.id !== item.id);
    }
  }
  return before.checks.filter(({ kind, spans }) => {
    const answers = spans.map(({ start, end }) => isGone.get(`${start}-${end}`));
    return kind === 'spelt-two-ways' ? !answers.includes(true) : answers.every((a) => a === undefined);
  });
}

/** Sorted, if it isn't: only what was added stands out of its place. */
function byPlace<T extends Place>(list: readonly T[]): readonly T[] {
  const order = (a: Place, b: Place) => a.start - b.start || a.end - b.end;
  return list.every((item, i) => i === 0 || order(list[i - 1] as T, item) <= 0) ? list : [...list].sort(order);
}

/** By place and numbered, as the contract says; names that lost their last mention are gone. */
function renumbered(draft: Analysis): Analysis {
  const [quotes, numbers, entities] = [byPlace(draft.quotes), byPlace(draft.numbers), byPlace(draft.entities)];
  const idsOf = (list: readonly { id: number }[]) => new Map<number | null, number>(list.map(({ id }, index) => [id, index]));

  const mentions = new Map<number | null, number[]>();
  entities.forEach(({ nameId }, index) => {
    const all = mentions.get(nameId);
    if (all === undefined) mentions.set(nameId, [index]);
    else all.push(index);
  });
  const speakers = new Set(quotes.map((q) => q.speakerId));
  const names = draft.names.filter((n) => mentions.has(n.id) || (n.mentions.length === 0 && speakers.has(n.id)));
  const [quoteIds, nameIds] = [idsOf(quotes), idsOf(names)];
  return {
    ...draft,
    quotes: quotes.map((q, id) => {
      const [continues, speakerId] = [quoteIds.get(q.continues) ?? null, nameIds.get(q.speakerId) ?? null];
      return q.id === id && q.continues === continues && q.speakerId === speakerId ? q : { ...q, id, continues, speakerId };
    }),
    numbers: numbers.map((n, id) => (n.id === id ? n : { ...n, id })),
    entities: entities.map((m, id) => {
      const nameId = nameIds.get(m.nameId) ?? null;
      return m.id === id && m.nameId === nameId ? m : { ...m, id, nameId };
    }),
    names: names.map((n, id) => ({ ...n, id, mentions: mentions.get(n.id) ?? [] })),
    checks: draft.checks.map((c, id) => (c.id === id ? c : { ...c, id })),
  };
}

const LISTS: readonly unknown[] = ['quotes', 'numbers', 'entities'];
const TYPES: readonly unknown[] = ['PERSON', 'ORG', 'GPE', 'LOC', 'FAC', 'NORP', 'EVENT', 'WORK_OF_ART', 'PRODUCT', 'LAW', 'LANGUAGE'] satisfies EntityType[];

/** Whether something from outside, such as a file or a draft, is a correction. */
export function isCorrection(value: unknown): value is Correction {
  const { do: what, at, name, type, into } = (value ?? {}) as Record<string, unknown>;
  if (typeof what !== 'string' || !Object.hasOwn(APPLY, what) || !isPlace(at)) return false;
  if (what === 'speaker' || what === 'rename') return typeof name === 'string';
  if (what === 'merge') return isPlace(into);
  return what === 'retype' || (what === 'add' && type !== undefined) ? TYPES.includes(type) : true;
}

function isPlace(value: unknown): value is ItemPlace {
  const { layer, start, end } = (value ?? {}) as Record<string, unknown>;
  return LISTS.includes(layer) && Number.isSafeInteger(start) && Number.isSafeInteger(end) && (start as number) >= 0 && (end as number) >= (start as number);
}

/**
 * The corrections after the text was edited: those beside the change move with their words, those in it are gone. An empty text has none:
 * what is there already belongs to the one that comes.
 */
export function moved(corrections: readonly Correction[], before: string, after: string): readonly Correction[] {
  if (corrections.length === 0 || before === after || before === '') return corrections;
  const { from, to } = between(before, after);
  const shift = after.length - before.length;
  const move = (place: ItemPlace): ItemPlace | null => {
    if (place.end <= from || (shift === 0 && place.start >= to)) return place;
    return place.start >= to ? { ...place, start: place.start + shift, end: place.end + shift } : null;
  };
  return corrections.flatMap((correction): Correction[] => {
    const at = move(correction.at);
    if (at === null) return [];
    if (correction.do !== 'merge') return [at === correction.at ? correction : { ...correction, at }];
    const into = move(correction.into);
    return into === null ? [] : [{ ...correction, at, into }];
  });
}
