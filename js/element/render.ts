import type { Analysis } from '../contract.js';
import { type Item, LAYERS, pieces } from '../items.js';
import type { Layer } from '../options.js';

const NAMES: Record<Layer, string> = { quotes: 'Quotes', indirect: 'Indirect', numbers: 'Numbers', entities: 'Names' };

/** A button for every layer, with its count. */
export function legend(analysis: Analysis | null, shown: readonly Layer[]): Element[] {
  return LAYERS.map((layer) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['layer'] = layer;
    button.setAttribute('aria-pressed', String(shown.includes(layer)));
    const count = document.createElement('span');
    count.className = 'count';
    count.textContent = analysis === null ? '' : String(countOf(analysis, layer));
    const name = document.createElement('span');
    name.className = `name ${layer}`;
    name.textContent = NAMES[layer];
    button.append(name, ' ', count);
    return button;
  });
}

function countOf(analysis: Analysis, layer: Layer): number {
  if (layer === 'numbers' || layer === 'entities') return analysis[layer].length;
  return analysis.quotes.filter((q) => (q.kind === 'indirect') === (layer === 'indirect')).length;
}

/** The text as paragraphs, one a line; each stretch lies in the marks of its items, the longest outermost. */
export function page(text: string, items: readonly Item[], keyOf: (item: Item) => string, labelOf: (item: Item) => string): DocumentFragment {
  const made = document.createDocumentFragment();
  let paragraph = document.createElement('p');
  const put = (words: string, wrap: (line: string, isFirst: boolean) => Node): void => {
    words.split('\n').forEach((line, i) => {
      if (i > 0) {
        made.append(paragraph);
        paragraph = document.createElement('p');
      }
      if (line !== '') paragraph.append(wrap(line, i === 0));
    });
  };
  let at = 0;
  for (const { start, end, over } of pieces(items)) {
    put(text.slice(at, start), (line) => document.createTextNode(line));
    put(text.slice(start, end), (line, isFirst) => {
      let inner: Node = document.createTextNode(line);
      for (const item of over.toReversed()) {
        const mark = document.createElement('mark');
        mark.className = item.layer;
        mark.dataset['item'] = keyOf(item);
        // The stylesheet says it to screen readers, where an item begins.
        if (isFirst && item.start === start) mark.dataset['label'] = labelOf(item);
        mark.append(inner);
        inner = mark;
      }
      return inner;
    });
    at = end;
  }
  put(text.slice(at), (line) => document.createTextNode(line));
  made.append(paragraph);
  return made;
}
