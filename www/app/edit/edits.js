/**
 * The user's corrections. Each says what to change at which place of the text, so that it outlasts another reading of the same
 * words; applied in order, they turn an analysis into one that says what the user says. What they are about may be gone: then they
 * change nothing.
 */
import { between } from '../../lib/session/between.js';
import { find, keyText, readKey, same } from '../state/layers.js';

/** What the rule of an item says that the user has set. */
export const BY_HAND = 'by hand';

/**
 * @param {Analysis} analysis
 * @param {string} source the text that it is of
 * @param {readonly Edit[]} edits
 * @returns {Analysis} with ids and links as the contract has them
 */
export function corrected(analysis, source, edits) {
  if (edits.length === 0) return analysis;
  const draft = { ...analysis };
  for (const edit of edits) {
    const apply = /** @type {(draft: Analysis, edit: Edit, source: string) => void} */ (APPLY[edit.do]);
    apply(draft, edit, source);
  }
  return renumbered(draft);
}

/** What an item is that the user has set. */
const SET = { rule: BY_HAND, confidence: 1 };

/** While corrections are applied, ids stay as they are; `renumbered` makes indices of them. Items are changed in new lists, never themselves. */
const APPLY = {
  /** @param {Analysis} draft @param {Extract<Edit, { do: 'speaker' }>} edit */
  speaker(draft, { at, name }) {
    const first = draft.quotes.find((q) => q.start === at.start && q.end === at.end);
    if (first === undefined) return;
    const speakerId = draft.names.find((n) => n.name === name)?.id ?? null;
    const chain = new Set([first.id]);
    const isMeant = (/** @type {Quote} */ q) => (q === first || (q.continues !== null && chain.has(q.continues))) && chain.add(q.id);
    draft.quotes = changed(draft.quotes, isMeant, { ...SET, speakerId, ...(name === '' ? { speakerName: null, speaker: null } : { speakerName: name }) });
  },

  /** @param {Analysis} draft @param {Extract<Edit, { do: 'retype' }>} edit */
  retype(draft, { at, type }) {
    const name = nameAt(draft, at);
    if (name === undefined) return;
    draft.names = changed(draft.names, (n) => n === name, { type });
    draft.entities = changed(draft.entities, (m) => m.nameId === name.id, { ...SET, type });
  },

  /** @param {Analysis} draft @param {Extract<Edit, { do: 'rename' }>} edit */
  rename(draft, { at, name: to }) {
    const name = nameAt(draft, at);
    if (name === undefined || to === '') return;
    draft.names = changed(draft.names, (n) => n === name, { name: to });
    draft.entities = changed(draft.entities, (m) => m.nameId === name.id, { name: to });
    draft.quotes = changed(draft.quotes, (q) => q.speakerId === name.id, { speakerName: to });
  },

  /** @param {Analysis} draft @param {Extract<Edit, { do: 'merge' }>} edit */
  merge(draft, { at, into }) {
    const [from, to] = [nameAt(draft, at), nameAt(draft, into)];
    if (from === undefined || to === undefined || from === to) return;
    draft.entities = changed(draft.entities, (m) => m.nameId === from.id, { ...SET, nameId: to.id, name: to.name, type: to.type });
    draft.quotes = changed(draft.quotes, (q) => q.speakerId === from.id, { speakerId: to.id, speakerName: to.name });
    draft.names = changed(draft.names.filter((n) => n !== from), (n) => n === to, { role: to.role ?? from.role });
  },

  /** @param {Analysis} draft @param {Edit} edit */
  split(draft, { at }) {
    const mention = draft.entities.find((m) => m.start === at.start && m.end === at.end);
    if (mention === undefined) return;
    const { id, name } = newName(draft, mention.text, mention.type);
    const isMeant = (/** @type {Quote} */ { speaker }) => speaker !== null && speaker.start <= at.start && at.end <= speaker.end;
    draft.quotes = changed(draft.quotes, isMeant, { speakerId: id, speakerName: name });
    draft.entities = changed(draft.entities, (m) => m === mention, { ...SET, nameId: id, name });
  },

  /** @param {Analysis} draft @param {Edit} edit */
  drop(draft, { at }) {
    const item = find(draft, at);
    if (at.layer === 'quotes') draft.quotes = draft.quotes.filter((q) => q !== item);
    else if (at.layer === 'numbers') draft.numbers = draft.numbers.filter((n) => n !== item);
    else draft.entities = draft.entities.filter((m) => m !== item);
  },

  /** @param {Analysis} draft @param {Edit} edit */
  dropName(draft, { at }) {
    const name = nameAt(draft, at);
    draft.entities = draft.entities.filter((m) => m.nameId !== name?.id);
  },

  /** @param {Analysis} draft @param {Extract<Edit, { do: 'add' }>} edit @param {string} source */
  add(draft, { at: { layer, start, end }, type = 'PERSON', figure }, source) {
    const text = source.slice(start, end);
    const item = { ...SET, id: nextId(draft[layer]), start, end, text };
    if (end > source.length || text.trim() === '' || find(draft, { layer, start, end }) !== undefined) return;
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

/** A figure of which only the words are known. @type {Pick<Figure, 'kind' | 'value' | 'exact' | 'unit' | 'iso' | 'lo' | 'hi' | 'of' | 'mod' | 'part' | 'counted' | 'per' | 'si' | 'ambiguous'>} */
const UNREAD = { kind: 'cardinal', value: null, exact: null, unit: null, iso: null, lo: null, hi: null, of: null, mod: null, part: null, counted: null, per: null, si: null, ambiguous: true };

/**
 * A list in which some items are changed; the others are the objects that they were.
 * @template T
 * @param {readonly T[]} list
 * @param {(item: T) => unknown} isMeant
 * @param {Partial<T>} change
 * @returns {T[]}
 */
function changed(list, isMeant, change) {
  return list.map((item) => (isMeant(item) ? { ...item, ...change } : item));
}

/** @param {readonly { id: number }[]} list */
function nextId(list) {
  return list.reduce((next, { id }) => Math.max(next, id + 1), 0);
}

/** @param {Analysis} draft @param {Key} at */
function nameAt(draft, at) {
  const mention = draft.entities.find((m) => m.start === at.start && m.end === at.end);
  return mention === undefined ? undefined : draft.names.find((n) => n.id === mention.nameId);
}

/** @param {Analysis} draft @param {string} name @param {EntityType} type @returns {Name} */
function newName(draft, name, type) {
  const made = { id: nextId(draft.names), name, type, role: null, code: null, houseId: null, mentions: [] };
  draft.names = [...draft.names, made];
  return made;
}

/** By place and numbered, as the contract says; names that lost their last mention are gone. @param {Analysis} draft @returns {Analysis} */
function renumbered(draft) {
  const byPlace = (/** @type {Place} */ a, /** @type {Place} */ b) => a.start - b.start || a.end - b.end;
  const quotes = [...draft.quotes].sort(byPlace);
  const numbers = [...draft.numbers].sort(byPlace);
  const entities = [...draft.entities].sort(byPlace);
  const idsOf = (/** @type {readonly { id: number }[]} */ list) => /** @type {Map<number | null, number>} */ (new Map(list.map(({ id }, index) => [id, index])));

  /** @type {Map<number | null, number[]>} */
  const mentions = new Map();
  entities.forEach(({ nameId }, index) => {
    const all = mentions.get(nameId);
    if (all === undefined) mentions.set(nameId, [index]);
    else all.push(index);
  });
  const names = draft.names.filter((n) => mentions.has(n.id) || n.mentions.length === 0 && quotes.some((q) => q.speakerId === n.id));
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
  };
}

/** Whether something from outside has the shape of a correction. @param {any} edit @returns {edit is Edit} */
export function isEdit(edit) {
  const isKey = (/** @type {any} */ key) => typeof key === 'object' && key !== null && readKey(keyText(key)) !== null;
  return typeof edit === 'object' && edit !== null && Object.hasOwn(APPLY, edit.do) && isKey(edit.at) && (edit.do !== 'merge' || isKey(edit.into));
}

/**
 * Corrections after the text was edited: those beside the change move with their words, those in it are gone.
 * @param {readonly Edit[]} edits
 * @param {string} before
 * @param {string} after
 */
export function moved(edits, before, after) {
  // To an empty page corrections come only with their text.
  if (edits.length === 0 || before === after || before === '') return edits;
  const { from, to } = between(before, after);
  const shift = after.length - before.length;
  /** @param {Key} key @returns {Key | null} */
  const move = (key) => {
    if (key.end <= from) return key;
    return key.start >= to ? { ...key, start: key.start + shift, end: key.end + shift } : null;
  };
  return edits.flatMap(/** @returns {Edit[]} */ (edit) => {
    const at = move(edit.at);
    if (at === null) return [];
    if (edit.do !== 'merge') return [same(at, edit.at) ? edit : { ...edit, at }];
    const into = move(edit.into);
    return into === null ? [] : [{ ...edit, at, into }];
  });
}
