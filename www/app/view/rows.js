/**
 * What lists are made of: rows, each of which stands for one item or for several, under headings.
 */
import { element } from '../dom.js';
import { numeral, word } from '../messages/index.js';
import { keyText } from '../state/layers.js';

/** A row that leads to its items in turn. @param {readonly Key[]} keys @param {...(Node | string)} children */
export function row(keys, ...children) {
  const [first] = keys;
  return element(
    'button',
    { type: 'button', class: 'row', 'data-layer': first?.layer, 'data-keys': keys.map(keyText).join(' '), 'aria-expanded': 'false' },
    ...children,
  );
}

/** @param {...(Node | string)} children @returns {Entry} */
export function heading(...children) {
  return { make: () => element('h3', {}, ...children) };
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
  return kinds.flatMap((kind) => {
    const own = items.filter((item) => kindOf(item) === kind);
    return own.length === 0 ? [] : [heading(element('span', { class: 'who' }, word(group, kind)), counter(own.length)), ...own.map(entry)];
  });
}

/** A number beside what is counted. @param {number} n */
export function counter(n) {
  return element('span', { class: 'count' }, numeral.format(n));
}

/** What a search matches, whatever the case and the accents. @param {string} text */
export function folded(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The entries that a search finds, with their headings. @param {readonly Entry[]} entries @param {string} query */
export function searched(entries, query) {
  const wanted = folded(query.trim());
  if (wanted === '') return [...entries];
  const isFound = (/** @type {string} */ text) => folded(text).includes(wanted);
  /** @type {Entry[]} */
  const found = [];
  /** @type {Entry | undefined} */
  let above;
  for (const entry of entries) {
    if (entry.find === undefined) {
      above = entry;
      continue;
    }
    const hit = entry.narrow === undefined ? (isFound(entry.find()) ? entry : null) : entry.narrow(isFound);
    if (hit === null) continue;
    if (above !== undefined) found.push(above);
    above = undefined;
    found.push(hit);
  }
  return found;
}
