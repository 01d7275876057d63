/**
 * Marks items in a text. Items may lie in, over and across each other: each gets one `<mark>` or, where it crosses another or
 * a paragraph's end, several in a row with the same `data-id`.
 *
 * @typedef {import('./layers.js').Item} Item
 */
import { element } from './dom.js';

/**
 * The text as paragraphs with its items marked.
 * @param {string} text
 * @param {readonly Item[]} items in any order
 * @returns {DocumentFragment}
 */
export function paint(text, items) {
  const page = document.createDocumentFragment();
  // Longest first, so that what begins together nests instead of crossing.
  const queue = items.filter((i) => i.start < i.end).sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {{ item: Item, mark: HTMLElement }[]} */
  let open = [];
  let next = 0;
  let paragraph = element('p');
  let at = 0;

  const inner = () => open.at(-1)?.mark ?? paragraph;
  const start = (/** @type {Item} */ item) => {
    const mark = markOf(item, at);
    inner().append(mark);
    open.push({ item, mark });
  };
  /** Ends what ends here. What was opened later and goes on is closed too, and opened again. */
  const end = (/** @type {(item: Item) => boolean} */ ends) => {
    const first = open.findIndex((o) => ends(o.item));
    if (first === -1) return;
    const goOn = open.slice(first).filter((o) => !ends(o.item));
    open = open.slice(0, first);
    for (const { item } of goOn) start(item);
  };
  const breakParagraph = () => {
    const goOn = open;
    open = [];
    page.append(paragraph);
    paragraph = element('p');
    at += 1;
    for (const { item } of goOn) if (item.end > at) start(item);
  };

  let newline = text.indexOf('\n');
  while (at < text.length) {
    end((item) => item.end <= at);
    for (let item = queue[next]; item !== undefined && item.start <= at; item = queue[next]) {
      if (item.end > at) start(item);
      next += 1;
    }
    if (newline !== -1 && newline < at) newline = text.indexOf('\n', at);
    const stop = Math.min(newline === -1 ? text.length : newline, queue[next]?.start ?? text.length, ...open.map((o) => o.item.end));
    if (stop > at) inner().append(text.slice(at, stop));
    at = stop;
    if (at === newline) {
      end((item) => item.end <= at);
      breakParagraph();
    }
  }
  page.append(paragraph);
  return page;
}

/** @param {Item} item @param {number} at where this piece begins */
function markOf(item, at) {
  return element('mark', {
    tabindex: -1,
    'data-layer': item.layer,
    'data-start': item.start,
    'data-end': item.end,
    'data-id': item.id,
    'data-kind': item.kind,
    // The stylesheet gives the label to screen readers and, on request, to everybody. Later pieces need none.
    'data-label': at === item.start ? item.label : undefined,
  });
}
