/**
 * Some paragraphs of the article, which the browser lays out together, or skips together when they are out of sight. They are painted,
 * each with its marks, or bare: the same words as one text, which costs next to nothing.
 */
import { element } from '../dom.js';
import { move, paint } from './paint.js';

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
  const [was, now] = [a, b].map(({ source, paragraphs, start, end }) => ({
    words: source.slice(start, end),
    items: paragraphs.flatMap((p) => p.items.map((item) => [item.layer, item.kind, item.start - start, item.end - start].join())).join(' '),
  }));
  return was?.words === now?.words && was?.items === now?.items;
}
