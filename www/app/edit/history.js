/**
 * Undo: of corrections, and of articles that gave way to another, each of them one step. What is shown and exported is always the
 * reading with the corrections applied.
 */
import { t } from '../messages/index.js';
import { corrected, moved } from './edits.js';

/** How many articles are kept to go back to. */
const MOST = 20;

/**
 * @param {Store} store
 * @param {{ undo: HTMLButtonElement, redo: HTMLButtonElement }} buttons
 * @param {import('../view/writing.js').Writing} writing
 * @param {(words: string) => void} say
 */
export function history(store, { undo, redo }, writing, say) {
  /** The text that the corrections are of: the one that was read last. */
  let source = '';

  store.on(['reading', 'edits'], ({ reading, edits, undone }) => {
    const before = source;
    source = reading?.source ?? '';
    if (reading === null) return store.set({ report: null });
    if (source !== before) {
      const now = moved(edits, before, source);
      // Setting them comes back here.
      if (now !== edits) return store.set({ edits: now, undone: moved(undone, before, source) });
    }
    store.set({ report: { source, analysis: corrected(reading.analysis, source, edits) } });
  });
  store.on(['edits', 'undone', 'earlier', 'later'], ({ edits, undone, earlier, later }) => {
    undo.disabled = edits.length + earlier.length === 0;
    redo.disabled = undone.length + later.length === 0;
  });

  /** The article as it is, with its corrections where their words stand by now. @returns {Article} */
  function now() {
    writing.flush();
    const { text, published, edits, undone, dismissed } = store.state;
    return { text, published, edits: moved(edits, source, text), undone: moved(undone, source, text), dismissed };
  }

  /** Shows an article in this one's place. @param {Article} article @param {Partial<State>} more */
  function put(article, more) {
    // Of another text nothing is read yet: so its corrections stay where they are.
    const unread = article.text === store.state.text ? {} : { reading: null };
    writing.take(article.text);
    store.set({ ...article, ...unread, ...more, selected: null, query: '', view: article.text === '' ? 'write' : 'read' });
  }

  const take = () => {
    const { edits, undone, earlier, later } = store.state;
    const [edit, article] = [edits.at(-1), earlier.at(-1)];
    if (edit !== undefined) store.set({ edits: edits.slice(0, -1), undone: [...undone, edit] });
    else if (article !== undefined) put(article, { earlier: earlier.slice(0, -1), later: [...later, now()] });
  };
  const again = () => {
    const { edits, undone, earlier, later } = store.state;
    const [edit, article] = [undone.at(-1), later.at(-1)];
    if (edit !== undefined) store.set({ edits: [...edits, edit], undone: undone.slice(0, -1) });
    else if (article !== undefined) put(article, { earlier: [...earlier, now()], later: later.slice(0, -1) });
  };
  undo.addEventListener('click', take);
  redo.addEventListener('click', again);
  document.addEventListener('keydown', (event) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && !(key === 'y' && event.ctrlKey))) return;
    const isRedo = event.shiftKey || key === 'y';
    // In fields the same keys undo what was typed there.
    if (event.target instanceof HTMLInputElement || (event.target === writing.box && writing.hasOwn(isRedo))) return;
    event.preventDefault();
    if (isRedo) again();
    else take();
  });

  /**
   * Another article, which Undo takes back. To an empty page one may have said already when it is published.
   * @param {string} text
   * @param {Partial<Article>} along what comes with it
   */
  function open(text, { published, edits = [], dismissed = new Set() } = {}) {
    const before = now();
    const after = { text: text.replace(/\r\n?/g, '\n'), published: published ?? (before.text === '' ? before.published : ''), edits, undone: [], dismissed };
    const isOther = after.text !== before.text || before.edits.length > 0;
    put(after, isOther ? { earlier: [...store.state.earlier, before].slice(-MOST), later: [] } : {});
    if (isOther && before.text.trim() !== '') say(t('edit.replaced'));
  }

  return {
    now,
    open,
    /** Another version of the article: what was said of it stays with its words. @param {string} text */
    revise(text) {
      const { edits, ...rest } = now();
      open(text, { ...rest, edits: moved(edits, rest.text, text) });
    },
    /** The article of an earlier visit, which nothing came before. @param {Draft} draft */
    resume(draft) {
      put({ undone: [], dismissed: new Set(), ...draft }, {});
    },
    /** @param {Edit} made */
    edit(made) {
      store.set({ edits: [...store.state.edits, made], undone: [], later: [] });
    },
  };
}
