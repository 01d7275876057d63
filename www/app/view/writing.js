/**
 * The box that an article is written or pasted into, and the switch between writing and reading. Browsers lay all of a box out at every
 * key: of a long text it holds the part around a place.
 */
import { byId } from '../dom.js';
import { cut } from './place.js';

/** Milliseconds: while keys come fast, one reading serves several. */
const PAUSE = 40;

/** More characters are not in the box at once, but about so many of them. */
export const [WHOLE, PART] = [50_000, 10_000];

/** What begins with a letter that is written from right to left. */
const FROM_THE_RIGHT = /^\P{L}*[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;

/** @param {Store} store */
export function writing(store) {
  const box = byId('text', HTMLTextAreaElement);
  const article = byId('article', HTMLElement);
  const published = byId('published', HTMLInputElement);
  const write = byId('write', HTMLElement);
  const read = byId('read', HTMLElement);
  const before = byId('before', HTMLButtonElement);
  const after = byId('after', HTMLButtonElement);

  /** All of the text, as it was last told. */
  let text = '';
  /** What of it is in the box. @type {Place} */
  let part = { start: 0, end: 0 };
  /** What that was when it came there. */
  let given = '';
  /** What the browser's own undo has of the box: nothing, only what can be done again, or more. */
  let own = 0;
  /** @type {Timer} */
  let waiting;
  const isSeen = (/** @type {HTMLElement} */ sheet) => sheet.checkVisibility({ visibilityProperty: true });

  /** Takes the text of another article, before it is shown. @param {string} other */
  function take(other) {
    text = other;
    article.scrollTop = 0;
    open(0);
    box.setSelectionRange(0, 0);
  }

  /** Opens the part of the text around a place. @param {number} at */
  function open(at) {
    part = around(text, at);
    given = text.slice(part.start, part.end);
    own = 0;
    // Afterwards it would be laid out for that alone.
    box.scrollTop = 0;
    box.value = given;
    byId('parts', HTMLElement).hidden = given === text;
    before.disabled = part.start === 0;
    after.disabled = part.end === text.length;
  }

  /** Goes to a place in the box. Tells what the text was before all that was typed into a part that is left, or null. @param {number} at */
  function turn(at) {
    flush();
    const was = text.slice(0, part.start) + given + text.slice(part.end);
    const isLeft = at < part.start || at > part.end || box.value.length > WHOLE;
    if (isLeft) open(at);
    box.setSelectionRange(at - part.start, at - part.start);
    return isLeft && was !== text ? was : null;
  }

  /** What was typed at last is the text now. @param {Partial<State>} more */
  function flush(more = {}) {
    if (waiting === undefined) return;
    clearTimeout(waiting);
    waiting = undefined;
    text = text.slice(0, part.start) + box.value + text.slice(part.end);
    part.end = part.start + box.value.length;
    store.set({ ...more, text });
  }

  box.addEventListener('input', (event) => {
    const { inputType = '' } = /** @type {InputEvent} */ (event);
    own = inputType === 'historyUndo' && box.value === given ? 1 : 2;
    waiting ??= setTimeout(flush, PAUSE);
    if (inputType.startsWith('insertFrom')) flush({ view: 'read' });
    else store.set({ isTyped: box.value !== '' });
  });
  read.addEventListener('click', () => store.set({ view: 'read' }));

  store.on(['text'], ({ text }) => {
    const dir = FROM_THE_RIGHT.test(text) ? 'rtl' : 'ltr';
    if (box.dir !== dir) box.dir = article.dir = dir;
  });
  store.on(['published'], ({ published: day }) => (published.value = day));
  store.on(['view', 'text', 'onlyQuotes'], ({ view, text, onlyQuotes }) => {
    document.body.dataset.view = view;
    document.body.toggleAttribute('data-blank', text.trim() === '');
    document.body.toggleAttribute('data-only-quotes', onlyQuotes);
    write.setAttribute('aria-pressed', String(view === 'write'));
    read.setAttribute('aria-pressed', String(view === 'read'));
    // Who was in the one that goes is in the other.
    if (article.contains(document.activeElement) && !isSeen(article)) box.focus();
    if (isSeen(box)) return;
    if (document.activeElement === box) article.focus({ preventScroll: true });
    // For a caret in a long text that is out of sight Chromium looks at every frame, and through all of it.
    getSelection()?.removeAllRanges();
  });
  return {
    box,
    take,
    turn,
    flush,
    /** What of the text is in the box. */
    part: () => part,
    /** Whether the browser itself can take something in the box back, or do it again. @param {boolean} isRedo */
    hasOwn: (isRedo) => own > (isRedo ? 0 : 1),
  };
}

/** Some paragraphs around a place in a text, or all of a text that isn't long. @param {string} text @param {number} at @returns {Place} */
function around(text, at) {
  if (text.length <= WHOLE) return { start: 0, end: text.length };
  const [low, high] = [at - PART / 2, at + PART / 2];
  const [newline, next] = [text.lastIndexOf('\n', Math.max(0, low)), text.indexOf('\n', high)];
  // A paragraph may be long itself.
  return {
    start: low <= 0 ? 0 : low - newline < PART ? newline + 1 : cut(text, low),
    end: next !== -1 && next - high < PART ? next : high < text.length ? cut(text, high) : text.length,
  };
}
