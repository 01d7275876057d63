/**
 * The layers that are marked in the text, and how the page speaks of them. Everything else takes a layer's order, words and
 * items from here.
 *
 * @typedef {import('../lib/index.js').Analysis} Analysis
 * @typedef {'quotes' | 'numbers' | 'entities'} Layer
 * @typedef {{ layer: Layer, id: number, start: number, end: number, kind: string, label: string }} Item
 */

/** @type {readonly { layer: Layer, name: string, one: string, many: string, label: (kind: string) => string }[]} */
export const LAYERS = [
  { layer: 'quotes', name: 'Quotes', one: 'quote', many: 'quotes', label: (kind) => (kind === 'indirect' ? 'indirect quote' : 'quote') },
  { layer: 'numbers', name: 'Numbers', one: 'number', many: 'numbers', label: (kind) => kind },
  { layer: 'entities', name: 'Names', one: 'name', many: 'names', label: typeName },
];

const TYPES = new Map([
  ['PERSON', 'person'],
  ['ORG', 'organisation'],
  ['GPE', 'place'],
  ['LOC', 'region'],
  ['FAC', 'building'],
  ['NORP', 'group'],
  ['EVENT', 'event'],
  ['WORK_OF_ART', 'work'],
  ['PRODUCT', 'product'],
  ['LAW', 'law'],
  ['LANGUAGE', 'language'],
]);

/** A type of the contract as a reader says it. @param {string} type */
export function typeName(type) {
  return TYPES.get(type) ?? type.toLowerCase();
}

/**
 * What is to be marked, by place.
 * @param {Analysis} analysis
 * @param {ReadonlySet<Layer>} shown
 * @returns {Item[]}
 */
export function items(analysis, shown) {
  /** @type {Item[]} */
  const all = [];
  for (const { layer, label } of LAYERS) {
    if (!shown.has(layer)) continue;
    for (const found of analysis[layer]) {
      const kind = 'type' in found ? found.type : found.kind;
      all.push({ layer, id: found.id, start: found.start, end: found.end, kind, label: label(kind) });
    }
  }
  return all;
}

/** A layer's items or, of names, bearers: what the legend counts. @param {Analysis} analysis @param {Layer} layer */
export function count(analysis, layer) {
  return layer === 'entities' ? analysis.names.length : analysis[layer].length;
}
