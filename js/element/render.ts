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

/** The text as paragraphs, one a line; each stretch of items in one mark with the keys of all of them, the innermost last. */
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
      const mark = document.createElement('mark');
      mark.className = [...new Set(over.map((i) => i.layer))].join(' ');
      mark.dataset['items'] = over.map(keyOf).join(' ');
      const labels = over.filter((i) => isFirst && i.start === start).map(labelOf);
      // The stylesheet says it to screen readers, where an item begins.
      if (labels.length > 0) mark.dataset['label'] = labels.join(', ');
      mark.textContent = line;
      return mark;
    });
    at = end;
  }
  put(text.slice(at), (line) => document.createTextNode(line));
  made.append(paragraph);
  return made;
}
