/** The box that an article is written or pasted into, and the switch between writing and reading. */
import { byId } from '../dom.js';
import { LONG } from '../state/store.js';

/** @typedef {ReturnType<typeof writing>} Writing */

/** Milliseconds: while keys come fast, one reading serves several. */
const PAUSE = 40;

/** As style/article.css has it. */
const SIDE_BY_SIDE = '(min-width: 105rem)';

/** What begins with a letter that is written from right to left. With `dir="auto"` Chromium lays a long text out twice. */
const FROM_THE_RIGHT = /^\P{L}*[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;

/** @param {Store} store */
export function writing(store) {
  const box = byId('text', HTMLTextAreaElement);
  const article = byId('article', HTMLElement);
  const published = byId('published', HTMLInputElement);
  const write = byId('write', HTMLElement);
  const read = byId('read', HTMLElement);

  /** Whether the box has yet to take the text: a long one only when it is to be seen. */
  let isBehind = false;
  /** What the browser's own undo has of the box: nothing, only what can be done again, or more. */
  let own = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  let given = '';
  const isSeen = () => box.checkVisibility({ visibilityProperty: true });

  /** Takes the text of another article, before it is shown. @param {string} text */
  function take(text) {
    given = text;
    own = 0;
    isBehind = true;
    if (text.length < LONG) catchUp();
    article.scrollTop = 0;
  }

  function catchUp() {
    if (!isBehind) return;
    isBehind = false;
    box.value = given;
    box.setSelectionRange(0, 0);
    box.scrollTop = 0;
  }

  /** What was typed at last is the text now. @param {Partial<State>} more */
  function flush(more = {}) {
    if (waiting === undefined) return;
    clearTimeout(waiting);
    waiting = undefined;
    store.set({ ...more, text: box.value });
  }

  matchMedia(SIDE_BY_SIDE).addEventListener('change', catchUp);

  box.addEventListener('input', (event) => {
    const { inputType = '' } = /** @type {InputEvent} */ (event);
    own = inputType === 'historyUndo' && box.value === given ? 1 : 2;
    waiting ??= setTimeout(flush, PAUSE);
    if (inputType.startsWith('insertFrom')) flush({ view: 'read' });
  });
  published.addEventListener('change', () => store.set({ published: published.value }));
  write.addEventListener('click', () => {
    store.set({ view: 'write' });
    box.focus();
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
    if (!article.checkVisibility() && article.contains(document.activeElement)) box.focus();
    if (isSeen()) return catchUp();
    if (document.activeElement === box) article.focus({ preventScroll: true });
    // For a caret in a long text that is out of sight Chromium looks at every frame, and through all of it.
    getSelection()?.removeAllRanges();
  });
  return {
    box,
    take,
    flush,
    /** Whether the browser itself can take something in the box back, or do it again. @param {boolean} isRedo */
    hasOwn: (isRedo) => own > (isRedo ? 0 : 1),
  };
}
