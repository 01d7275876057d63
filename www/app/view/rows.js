/**
 * What lists are made of: rows, each of which stands for one item or for several, under headings.
 */
import { element } from '../dom.js';
import { numeral, word } from '../messages/index.js';
import { keyText } from '../state/layers.js';

/** Where each row leads. @type {WeakMap<Element, Led>} */
const LEADS = new WeakMap();

/** A row that leads to its items in turn. @param {Led} led @param {...(Node | string)} children */
export function row(led, ...children) {
  const { layer, places: [first] } = led;
  const made = element('button', { type: 'button', class: 'row', 'data-layer': layer, 'data-first': first && keyText({ layer, ...first }), 'aria-expanded': 'false' }, ...children);
  LEADS.set(made, led);
  return made;
}

/** Where a row leads, if it is one. @param {Element | null | undefined} row */
export function leads(row) {
  return row ? LEADS.get(row) : undefined;
}

/** @param {...(Node | string)} children @returns {Entry} */
export function heading(...children) {
  return { make: () => element('h3', {}, ...children) };
}

/** @param {string} title @param {...Node} more */
export function titled(title, ...more) {
  return heading(element('span', { class: 'who' }, title), ...more);
}

/**
 * The items of each kind in turn, under a heading that counts them.
 * @template T
 * @param {string} group of the messages that name the kinds
 * @param {readonly string[]} kinds
 * @param {readonly T[]} items
 * @param {(item: T) => string} kindOf
 * @param {(item: T) => Entry} entry
 * @returns {Entry[]}
 */
export function byKind(group, kinds, items, kindOf, entry) {
  const entries = new Map(kinds.map((kind) => [kind, /** @type {Entry[]} */ ([])]));
  for (const item of items) entries.get(kindOf(item))?.push(entry(item));
  return [...entries].flatMap(([kind, own]) => (own.length === 0 ? [] : [titled(word(group, kind), counter(own.length)), ...own]));
}

/** A number beside what is counted. @param {number} n */
export function counter(n) {
  return element('span', { class: 'count' }, numeral.format(n));
}

/** What a search matches, whatever the case and the accents. @param {string} text */
export function folded(text) {
  return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

/** The entries that a search finds, with their headings; nothing for one that it doesn't find. @param {readonly Entry[]} entries @param {string} query */
export function* searched(entries, query) {
  const wanted = folded(query.trim());
  if (wanted === '') return yield* entries;
  const isFound = (/** @type {string} */ text) => folded(text).includes(wanted);
  /** @type {Entry | undefined} */
  let above;
  for (const entry of entries) {
    if (entry.find === undefined) {
      above = entry;
      continue;
    }
    const hit = entry.narrow === undefined ? (isFound(entry.find()) ? entry : null) : entry.narrow(isFound);
    if (hit === null) {
      yield;
      continue;
    }
    if (above !== undefined) yield above;
    above = undefined;
    yield hit;
  }
}
