/** The box that an article is written or pasted into, and the switch between writing and reading. */
import { byId } from '../dom.js';
import { LONG } from '../state/store.js';

/** Milliseconds: while keys come fast, one reading serves several. */
const PAUSE = 40;

/** As style/article.css has it. */
const SIDE_BY_SIDE = '(min-width: 105rem)';

/** @param {Store} store */
export function writing(store) {
  const box = byId('text', HTMLTextAreaElement);
  const published = byId('published', HTMLInputElement);
  const write = byId('write', HTMLElement);
  const read = byId('read', HTMLElement);

  /** Whether the box has yet to take the text: a long one only when it is to be seen. */
  let isBehind = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const isSeen = () => box.checkVisibility({ visibilityProperty: true });

  /**
   * Takes a whole new text, and shows it read.
   * @param {string} text
   * @param {{ published?: string, edits?: readonly Edit[] }} along what came with it
   */
  function open(text, { published: day = published.value, edits = [] } = {}) {
    clearTimeout(waiting);
    waiting = undefined;
    store.set({ view: 'read', selected: null, query: '', edits: [], undone: [], dismissed: new Set() });
    const lines = text.replace(/\r\n?/g, '\n');
    isBehind = true;
    if (lines.length < LONG || isSeen()) catchUp(lines);
    byId('article', HTMLElement).scrollTop = 0;
    published.value = day;
    store.set({ text: lines, published: day, edits });
  }

  function catchUp(text = store.state.text) {
    if (!isBehind) return;
    isBehind = false;
    box.value = text;
    box.setSelectionRange(0, 0);
    box.scrollTop = 0;
  }

  matchMedia(SIDE_BY_SIDE).addEventListener('change', () => catchUp());

  box.addEventListener('input', (event) => {
    const isPasted = event instanceof InputEvent && event.inputType.startsWith('insertFrom');
    if (isPasted) {
      clearTimeout(waiting);
      waiting = undefined;
      store.set({ text: box.value, view: 'read' });
    } else {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        store.set({ text: box.value });
      }, PAUSE);
    }
  });
  published.addEventListener('change', () => store.set({ published: published.value }));
  write.addEventListener('click', () => {
    catchUp();
    store.set({ view: 'write' });
    box.focus();
  });
  read.addEventListener('click', () => store.set({ view: 'read' }));
  byId('clear', HTMLElement).addEventListener('click', () => {
    open('');
    store.set({ view: 'write' });
    box.focus();
  });

  store.on(['view', 'text', 'onlyQuotes'], ({ view, text, onlyQuotes }) => {
    document.body.dataset.view = view;
    document.body.toggleAttribute('data-blank', text.trim() === '');
    document.body.toggleAttribute('data-only-quotes', onlyQuotes);
    write.setAttribute('aria-pressed', String(view === 'write'));
    read.setAttribute('aria-pressed', String(view === 'read'));
    // For a caret in a long text that is out of sight Chromium looks at every frame, and through all of it.
    if (!isSeen()) getSelection()?.removeAllRanges();
  });
  return { open, box };
}
