/**
 * A text's paragraphs with their items marked. Items may lie in, over and across each other: each gets one `<mark>` or, where it
 * crosses another or a paragraph's end, several in a row with the same place.
 */
import { element } from '../dom.js';
import { t, word } from '../messages/index.js';

/** Characters that no headline has; nor does one end as a sentence. */
const HEADLINE = 160;

/**
 * Some paragraphs of the article, which the browser lays out together, or skips together when they are out of sight. They are painted,
 * each with its marks, or bare: the same words as one text, which costs next to nothing.
 */
export class Leaf {
  place = element('div', { class: 'leaf', 'data-start': 0 });
  /** Whether it is in sight, or soon may be. */
  isNear = false;
  /** @type {Part} */
  shown = /** @type {any} */ ({ source: '', start: 0, end: 0 });
  /** What is marked in it; null while it is bare. @type {Item[] | null} */
  items = null;

  /** Tells whether that was to be painted anew. @param {Part} now @param {Item[] | null} items */
  show(now, items) {
    const [{ source, start, end }, before] = [this.shown, this.items];
    [this.shown, this.items] = [now, items];
    const by = now.start - start;
    if (source.slice(start, end) === now.source.slice(now.start, now.end) && isAlike(before, items, by)) {
      move(this.place, by);
      return false;
    }
    this.place.dataset.start = String(now.start);
    this.place.replaceChildren(...(items === null ? [now.source.slice(now.start, now.end)] : Array.from(paragraphs(now, items), (p) => paint(now.source, p))));
    return true;
  }
}

/** Whether the same is marked, so much further on. @param {Item[] | null} before @param {Item[] | null} now @param {number} by */
function isAlike(before, now, by) {
  if (before === null || now === null) return before === now;
  return before.length === now.length && before.every((a, i) => {
    const b = /** @type {Item} */ (now[i]);
    return a.layer === b.layer && a.kind === b.kind && a.start + by === b.start && a.end + by === b.end;
  });
}

/**
 * The paragraphs of a stretch of the text, each with the items that reach into it.
 * @param {Part} part
 * @param {Item[]} items by place, of what begins together the longest first
 * @returns {Generator<Paragraph>}
 */
function* paragraphs({ source, start, end }, items) {
  let next = 0;
  /** @type {Item[]} */
  let open = [];
  while (start <= end) {
    const newline = source.indexOf('\n', start);
    const stop = newline === -1 ? end : Math.min(newline, end);
    for (let item = items[next]; item !== undefined && item.start < stop; item = items[++next]) if (item.end > item.start) open.push(item);
    yield { start, end: stop, items: open };
    open = open.filter((item) => item.end > stop);
    start = stop + 1;
  }
}

/**
 * One paragraph, painted.
 * @param {string} source
 * @param {Paragraph} paragraph
 */
function paint(source, { start, end, items }) {
  const isHeadline = start === 0 && end < HEADLINE && source[end - 1] !== '.';
  const whole = element('p', { 'data-start': start, class: isHeadline ? 'headline' : undefined });
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
