/**
 * The layers that are marked in the text, and their items by place. An item is known by its layer and its place, which last
 * while ids don't: a correction renumbers them.
 */

/** In the order in which they are listed. @type {readonly Layer[]} */
export const LAYERS = ['quotes', 'numbers', 'entities'];

/** What can be shown and hidden, each with a line of its own in the text: quotes without quotation marks apart from those with them. @type {readonly Shown[]} */
export const SHOWN = ['quotes', 'indirect', 'numbers', 'entities'];

/** Kinds of figures in the order in which they are listed: first what is most often wrong in print. */
export const NUMBER_KINDS = /** @type {const} */ ([
  'money', 'percent', 'quantity', 'cardinal', 'range', 'fraction', 'score', 'age', 'duration', 'date', 'datetime', 'time', 'ordinal',
]);

/** Types of names in the order in which they are listed. */
export const NAME_TYPES = /** @type {const} */ ([
  'PERSON', 'ORG', 'GPE', 'LOC', 'FAC', 'NORP', 'EVENT', 'WORK_OF_ART', 'PRODUCT', 'LAW', 'LANGUAGE',
]);

/**
 * What is to be marked in a stretch of the text, by place; of what begins together the longest first.
 * @param {Analysis} analysis
 * @param {ReadonlySet<Shown>} shown
 * @param {Place} place
 * @returns {Item[]}
 */
export function items(analysis, shown, { start, end } = { start: 0, end: Infinity }) {
  /** @type {Item[]} */
  const all = [];
  for (const layer of LAYERS) {
    for (const item of /** @type {readonly Found[]} */ (analysis[layer])) {
      if (item.start >= end || item.end <= start) continue;
      const kind = 'type' in item ? item.type : item.kind;
      if (shown.has(kind === 'indirect' ? kind : layer)) all.push({ layer, start: item.start, end: item.end, kind });
    }
  }
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** How many items, or of names bearers, there are: what the legend counts. @param {Analysis} analysis @param {Shown} shown */
export function count(analysis, shown) {
  if (shown === 'entities') return analysis.names.length;
  if (shown === 'numbers') return analysis.numbers.length;
  return analysis.quotes.filter((q) => (q.kind === 'indirect') === (shown === 'indirect')).length;
}

/** An item's key. @param {Layer} layer @param {Place} place @returns {Key} */
export function keyOf(layer, { start, end }) {
  return { layer, start, end };
}

/** "quotes-12-80": a key as addresses and attributes hold it. @param {Key} key */
export function keyText({ layer, start, end }) {
  return `${layer}-${start}-${end}`;
}

/** The key that a text holds, if it does. @param {string} text @returns {Key | null} */
export function readKey(text) {
  const [, layer, start, end] = /^(quotes|numbers|entities)-(\d{1,9})-(\d{1,9})$/.exec(text) ?? [];
  return layer === undefined ? null : { layer: /** @type {Layer} */ (layer), start: Number(start), end: Number(end) };
}

/** The item with that key. @param {Analysis} analysis @param {Key | null} key @returns {Found | undefined} */
export function find(analysis, key) {
  if (key === null) return undefined;
  /** @type {readonly Found[]} */
  const list = analysis[key.layer];
  return list.find((i) => i.start === key.start && i.end === key.end);
}

/** @param {Key | null} a @param {Key | null} b */
export function same(a, b) {
  return a !== null && b !== null && a.layer === b.layer && a.start === b.start && a.end === b.end;
}

/** Which of its places the key is of, -1 if none. @param {Led | undefined} led @param {Key | null} key */
export function placeIn(led, key) {
  return led === undefined || key?.layer !== led.layer ? -1 : led.places.findIndex(({ start, end }) => start === key.start && end === key.end);
}

/** A name's mentions, by place. @param {Analysis} analysis @param {Name} name */
export function mentionsOf(analysis, name) {
  return name.mentions.map((id) => /** @type {Mention} */ (analysis.entities[id]));
}

/** The quotes whose later paragraphs others are, each with those paragraphs. @param {readonly Quote[]} quotes @returns {Quote[][]} */
export function chains(quotes) {
  /** @type {Map<number, Quote[]>} */
  const chainOf = new Map();
  /** @type {Quote[][]} */
  const all = [];
  for (const quote of quotes) {
    let chain = quote.continues === null ? undefined : chainOf.get(quote.continues);
    if (chain === undefined) all.push((chain = [quote]));
    else chain.push(quote);
    chainOf.set(quote.id, chain);
  }
  return all;
}
