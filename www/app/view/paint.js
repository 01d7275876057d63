/**
 * A text's paragraphs with their items marked. Items may lie in, over and across each other: each gets one `<mark>` or, where it
 * crosses another or a paragraph's end, several in a row with the same place.
 */
import { element } from '../dom.js';
import { t, word } from '../messages/index.js';

/**
 * Some paragraphs of the article, which the browser lays out together, or skips together when they are out of sight. They are painted,
 * each with its marks, or bare: the same words as one text, which costs next to nothing.
 */
export class Leaf {
  place = element('div', { class: 'leaf' });
  /** Whether it is in sight, or soon may be. */
  isNear = false;
  #isPainted = false;
  /** @type {Part} */
  shown = { source: '', paragraphs: [], start: 0, end: 0 };

  /** @param {Part} now @param {boolean} isPainted */
  show(now, isPainted) {
    const { start } = this.shown;
    const isSame = this.shown === now || isAlike(this.shown, now);
    this.shown = now;
    if (isSame && this.#isPainted === isPainted) return move(this.place, now.start - start);
    this.#isPainted = isPainted;
    this.place.dataset.start = String(now.start);
    this.place.replaceChildren(...(isPainted ? now.paragraphs.map((p) => paint(now.source, p)) : [now.source.slice(now.start, now.end)]));
  }
}

/** Whether two have the same marks on the same words, wherever they stand. @param {Part} a @param {Part} b */
function isAlike(a, b) {
  const by = b.start - a.start;
  return (
    a.source.slice(a.start, a.end) === b.source.slice(b.start, b.end) &&
    a.paragraphs.every(({ items }, n) => {
      const now = b.paragraphs[n]?.items;
      return items.length === now?.length && items.every((x, i) => x.layer === now[i]?.layer && x.kind === now[i].kind && x.start + by === now[i].start && x.end + by === now[i].end);
    })
  );
}

/**
 * The paragraphs of a text, each with the items that reach into it.
 * @param {string} source
 * @param {Iterable<Item>} items by place, of what begins together the longest first
 * @returns {Generator<Paragraph>}
 */
export function* paragraphs(source, items) {
  const all = items[Symbol.iterator]();
  /** @type {Item | undefined} */
  let item = all.next().value;
  /** @type {Item[]} */
  let open = [];
  for (let start = 0; start <= source.length; ) {
    const newline = source.indexOf('\n', start);
    const end = newline === -1 ? source.length : newline;
    const inside = open.filter((item) => item.end > start);
    for (; item !== undefined && item.start < end; item = all.next().value) if (item.end > item.start) inside.push(item);
    yield { start, end, items: inside };
    open = inside.filter((item) => item.end > end);
    start = end + 1;
  }
}

/**
 * One paragraph, painted.
 * @param {string} source
 * @param {Paragraph} paragraph
 */
export function paint(source, { start, end, items }) {
  const whole = element('p', { 'data-start': start });
  /** @type {{ item: Item, mark: HTMLElement }[]} */
  let open = [];
  let next = 0;
  let at = start;
  const inner = () => open.at(-1)?.mark ?? whole;
  const begin = (/** @type {Item} */ item) => {
    const mark = markOf(item, at, end);
    inner().append(mark);
    open.push({ item, mark });
  };
  while (at < end) {
    for (let item = items[next]; item !== undefined && item.start <= at; item = items[++next]) begin(item);
    const stop = Math.min(end, items[next]?.start ?? end, ...open.map((o) => o.item.end));
    inner().append(source.slice(at, stop));
    at = stop;
    // Ends what ends here. What was opened later and goes on is closed too, and opened again.
    const first = open.findIndex((o) => o.item.end <= at);
    if (first === -1) continue;
    const goOn = open.slice(first).filter((o) => o.item.end > at);
    open = open.slice(0, first);
    if (at < end) for (const { item } of goOn) begin(item);
  }
  return whole;
}

/** The same words with the same marks, further on in the text. @param {HTMLElement} whole @param {number} by */
function move(whole, by) {
  if (by === 0) return;
  for (const { dataset } of /** @type {HTMLElement[]} */ ([whole, ...whole.querySelectorAll('[data-start]')])) {
    dataset.start = String(Number(dataset.start) + by);
    if (dataset.end !== undefined) dataset.end = String(Number(dataset.end) + by);
  }
}

/** @param {Item} item @param {number} at where this piece begins @param {number} end where its paragraph ends */
function markOf(item, at, end) {
  const name = label(item);
  return element('mark', {
    tabindex: -1,
    'data-layer': item.layer,
    'data-start': item.start,
    'data-end': item.end,
    'data-kind': item.kind,
    // The stylesheet gives these to screen readers: where the item begins and where it ends.
    'data-open': at <= item.start ? name : undefined,
    'data-close': item.end <= end ? t('mark.end', { name }) : undefined,
  });
}

/** What an item is, in a word or two. @param {Item} item */
function label({ layer, kind }) {
  if (layer === 'quotes') return word('quoteKind', kind);
  return word(layer === 'numbers' ? 'numberKind' : 'nameType', kind);
}
