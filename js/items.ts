import type { Analysis, Figure, Mention, Quote } from './contract.js';
import { CopydeskError } from './errors.js';
import type { Layer } from './options.js';

/** All layers, in the order in which they are listed. */
export const LAYERS: readonly Layer[] = ['quotes', 'indirect', 'numbers', 'entities'];

/** An entry of an analysis with the layer it belongs to. */
export type Item =
  | { layer: 'quotes' | 'indirect'; start: number; end: number; entry: Quote }
  | { layer: 'numbers'; start: number; end: number; entry: Figure }
  | { layer: 'entities'; start: number; end: number; entry: Mention };

/** What an analysis found in these layers, by place; of what begins together, the longest first. */
export function items(analysis: Analysis, layers: readonly Layer[] = LAYERS): Item[] {
  const all: Item[] = [];
  const wanted = new Set(layers);
  for (const entry of analysis.quotes) {
    const layer = entry.kind === 'indirect' ? 'indirect' : 'quotes';
    if (wanted.has(layer)) all.push({ layer, start: entry.start, end: entry.end, entry });
  }
  for (const entry of wanted.has('numbers') ? analysis.numbers : []) all.push({ layer: 'numbers', start: entry.start, end: entry.end, entry });
  for (const entry of wanted.has('entities') ? analysis.entities : []) all.push({ layer: 'entities', start: entry.start, end: entry.end, entry });
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What kind of thing an item is, as a reader says it: *direct quote*, *money*, *person*. */
export function label(item: Item): string {
  if (item.layer === 'numbers') return item.entry.kind;
  if (item.layer === 'entities') return TYPES[item.entry.type];
  return item.entry.kind === 'mixed' ? 'partial quote' : `${item.entry.kind} quote`;
}

const TYPES = {
  PERSON: 'person',
  ORG: 'organisation',
  GPE: 'place',
  LOC: 'region',
  FAC: 'building',
  NORP: 'group',
  EVENT: 'event',
  WORK_OF_ART: 'work',
  PRODUCT: 'product',
  LAW: 'law',
  LANGUAGE: 'language',
} as const;

/** Throws `BAD_OPTION` for what is no list of layers. */
export function checkLayers(layers: readonly Layer[]): void {
  if (Array.isArray(layers) && layers.every((layer) => LAYERS.includes(layer))) return;
  throw new CopydeskError('BAD_OPTION', `option layers: it has to be a list of ${LAYERS.join(', ')}`, { option: 'layers' });
}

/** Throws `TEXT_CHANGED` unless every item stands in this text. */
export function checkText(source: string, all: readonly Item[]): void {
  for (const { start, end, entry } of all) {
    if (source.slice(start, end) !== entry.text) {
      throw new CopydeskError('TEXT_CHANGED', `the text is not the one that was analysed: at ${start} it has no ${JSON.stringify(entry.text.slice(0, 40))}`);
    }
  }
}

/**
 * A text cut wherever an item begins or ends: each piece with the items that lie over it, the longest first. Pieces of no item are left out.
 * Linear in the pieces and their items.
 */
export function* pieces<T extends { start: number; end: number }>(all: readonly T[]): Generator<{ start: number; end: number; over: T[] }> {
  const sorted = all.filter((i) => i.start < i.end).sort((a, b) => a.start - b.start || b.end - a.end);
  let over: T[] = [];
  let next = 0;
  for (let start = 0, end = 0; over.length > 0 || next < sorted.length; start = end) {
    if (over.length === 0) start = sorted[next]!.start;
    for (; sorted[next]?.start === start; next++) over.push(sorted[next]!);
    end = over.reduce((least, item) => Math.min(least, item.end), sorted[next]?.start ?? Infinity);
    yield { start, end, over };
    over = over.filter((item) => item.end > end);
  }
}
