/**
 * The article with its items marked. A paragraph is painted again only when something in it has changed, and no stretch of the work
 * takes so long that the page would not answer.
 *
 * @typedef {import('./paint.js').Paragraph} Paragraph
 */
import { element } from '../dom.js';
import { items } from '../state/layers.js';
import { move, paint, paragraphs } from './paint.js';

/** Milliseconds of work between two looks at what the user does. */
const SLICE = 8;

/** Characters of a text whose lists take a frame of their own. */
const LONG = 50_000;

/** Paragraphs in a leaf: what the browser lays out together, or skips together when it is out of sight. */
const LEAF = 40;

/**
 * @param {import('../state/state.js').Store} store
 * @param {HTMLElement} article
 * @param {(done: number) => void} progress told what part of the text is painted, 0 to 1
 */
export function articleView(store, article, progress) {
  /** Each paragraph shown, with what it was painted from. @type {{ words: string, from: Paragraph, p: HTMLElement }[]} */
  let painted = [];
  let turn = 0;

  async function show() {
    const mine = (turn += 1);
    const { report, shown } = store.state;
    article.setAttribute('aria-busy', 'true');
    let stop = (report?.source.length ?? 0) > LONG ? 0 : performance.now() + SLICE;
    /** Rests. Whether this painting is still wanted then. @param {number} done */
    const rested = async (done) => {
      progress(done);
      await drawn();
      stop = performance.now() + SLICE;
      return mine === turn;
    };
    let index = 0;
    if (report !== null) {
      const { source, analysis } = report;
      for (const paragraph of paragraphs(source, items(analysis, shown))) {
        put(index, source, paragraph);
        index += 1;
        if (performance.now() >= stop && !(await rested(paragraph.end / (source.length + 1)))) return;
      }
    }
    while (painted.length > index) {
      drop();
      if (performance.now() >= stop && !(await rested(1))) return;
    }
    progress(1);
    article.setAttribute('aria-busy', String(store.state.isReading));
    article.dispatchEvent(new CustomEvent('painted'));
  }

  /** Shows a paragraph at its place. @param {number} index @param {string} source @param {Paragraph} from */
  function put(index, source, from) {
    const words = source.slice(from.start, from.end);
    const old = painted[index];
    if (old !== undefined && old.words === words && isAlike(old.from, from)) {
      if (old.from.start !== from.start) move(old.p, from.start - old.from.start);
      old.from = from;
      return;
    }
    const p = paint(source, from);
    if (old !== undefined) old.p.replaceWith(p);
    else if (index % LEAF === 0) article.append(element('div', { class: 'leaf' }, p));
    else painted[index - 1]?.p.after(p);
    painted[index] = { words, from, p };
  }

  /** Takes the last paragraph away. */
  function drop() {
    const p = painted.pop()?.p;
    const leaf = p?.parentElement;
    if (leaf?.childElementCount === 1) leaf.remove();
    else p?.remove();
  }

  store.on(['text', 'published', 'house'], () => article.setAttribute('aria-busy', 'true'));
  store.on(['report', 'shown'], show);
  // What could not be read is as much at rest as what could.
  store.on(['isReading'], ({ isReading, report }) => {
    if (!isReading && report === null) void show();
  });
}

/** Whether two paragraphs have the same marks on the same words, wherever they stand. @param {Paragraph} a @param {Paragraph} b */
function isAlike(a, b) {
  const by = b.start - a.start;
  return (
    a.items.length === b.items.length &&
    a.items.every((was, i) => {
      const now = b.items[i];
      return now !== undefined && was.layer === now.layer && was.kind === now.kind && was.start + by === now.start && was.end + by === now.end;
    })
  );
}

/**
 * After the browser has drawn what was painted: else it would draw several slices at once, which takes long. A page out of sight draws
 * nothing and doesn't wait for it.
 */
function drawn() {
  return new Promise((done) => {
    const timer = setTimeout(done, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(undefined);
      port2.postMessage(null);
    });
  });
}

/**
 * The stretch of the text that is selected in the article, if one is.
 * @param {HTMLElement} article
 * @returns {{ start: number, end: number } | null}
 */
export function selectedIn(article) {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!article.contains(range.commonAncestorContainer)) return null;
  const start = offsetOf(article, range.startContainer, range.startOffset);
  const end = offsetOf(article, range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end };
}

/** @param {HTMLElement} article @param {Node} node @param {number} offset */
function offsetOf(article, node, offset) {
  const paragraph = (node instanceof Element ? node : node.parentElement)?.closest('p');
  if (!paragraph || !article.contains(paragraph)) {
    // Between paragraphs, as a triple click ends.
    const next = node.childNodes[offset];
    const first = next instanceof Element && article.contains(next) ? /** @type {HTMLElement | null} */ (next.matches('p') ? next : next.querySelector('p')) : null;
    return first === null ? null : Math.max(0, Number(first.dataset.start) - 1);
  }
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + before.toString().length;
}

/** Selects a stretch of the text, as a reader's finger would, and brings it into view. @param {HTMLElement} article @param {{ start: number, end: number }} place */
export function pointAt(article, { start, end }) {
  const paragraphs = /** @type {HTMLElement[]} */ ([...article.querySelectorAll('p')]);
  const at = (/** @type {number} */ offset) => {
    const paragraph = paragraphs.findLast((p) => Number(p.dataset.start) <= offset);
    let left = offset - Number(paragraph?.dataset.start ?? 0);
    const texts = document.createTreeWalker(paragraph ?? article, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const { length } = /** @type {Text} */ (node);
      if (left <= length) return /** @type {const} */ ([node, left]);
      left -= length;
    }
    return /** @type {const} */ ([paragraph ?? article, 0]);
  };
  article.focus({ preventScroll: true });
  getSelection()?.setBaseAndExtent(...at(start), ...at(end));
  getSelection()?.focusNode?.parentElement?.scrollIntoView({ block: 'center' });
}
