/**
 * Undo: of corrections, of the day and the rules, and of articles that gave way to another, each of them one step. What is shown and
 * exported is always the reading with the corrections applied.
 */
import { corrected, moved } from '../../lib/corrections.js';
import { t } from '../messages/index.js';
import { checkId } from '../view/checks.js';

/** How many steps beside corrections are kept to go back: each may hold an article. */
const MOST = 20;

/**
 * @param {Store} store
 * @param {{ undo: HTMLButtonElement, redo: HTMLButtonElement }} buttons
 * @param {Writing} writing
 * @param {(words: string) => void} say
 */
export function history(store, { undo, redo }, writing, say) {
  /** The text that the corrections are of: the one that was read last. */
  let source = '';

  store.on(['reading', 'edits', 'dismissed'], ({ reading, edits, undone, dismissed }) => {
    const before = source;
    source = reading?.source ?? '';
    if (reading === null) return store.set({ report: null });
    if (source !== before) {
      const now = moved(edits, before, source);
      // Setting them comes back here.
      if (now !== edits) return store.set({ edits: now, undone: moved(undone, before, source) });
    }
    const analysis = corrected(reading.analysis, source, edits);
    const { checks: all } = analysis;
    const checks = dismissed.length === 0 ? all : all.filter((c) => !dismissed.includes(checkId(c, source))).map((c, id) => ({ ...c, id }));
    store.set({ report: { source, analysis: { ...analysis, checks }, hidden: all.length - checks.length } });
  });
  store.on(['edits', 'undone', 'earlier', 'later'], ({ edits, undone, earlier, later }) => {
    undo.disabled = edits.length + earlier.length === 0;
    redo.disabled = undone.length + later.length === 0;
  });

  /** The article as it is, with its corrections where their words stand by now. @returns {Article} */
  function now() {
    writing.flush();
    const { text, isTyped, published, edits, undone, dismissed } = store.state;
    return { text, isTyped, published, edits: moved(edits, source, text), undone: moved(undone, source, text), dismissed };
  }

  /** Shows an article in this one's place, or changes what is said of all of it. @param {Step['was']} was @param {Partial<State>} more */
  function put(was, more) {
    const { text } = was;
    if (text === undefined) return store.set({ ...was, ...more });
    // Of another text nothing is read yet: so its corrections stay where they are.
    const unread = text === store.state.text ? {} : { reading: null };
    // What a box that is out of sight is given isn't laid out.
    store.set({ view: text === '' ? 'write' : 'read' });
    writing.take(text);
    store.set({ ...was, ...unread, ...more, selected: null, query: '' });
  }

  /** The step that leads back from what is about to change. @param {readonly string[]} keys what changes @param {readonly Edit[]} edits that don't belong to the change @returns {Step} */
  function step(keys, { length: base }) {
    const is = Object.entries({ ...now(), house: store.state.house });
    return { was: Object.fromEntries(is.filter(([key]) => keys.includes(key))), base };
  }

  /** One way takes what the other brings. @param {'edits' | 'undone'} from @param {'edits' | 'undone'} to @param {'earlier' | 'later'} steps @param {'earlier' | 'later'} others */
  const goes = (from, to, steps, others) => () => {
    const { state } = store;
    const [edit, last] = [state[from].at(-1), state[steps].at(-1)];
    if (edit !== undefined && state[from].length > (last?.base ?? 0)) store.set({ [from]: state[from].slice(0, -1), [to]: [...state[to], edit] });
    else if (last !== undefined) {
      const back = step(Object.keys(last.was), last.was[to] ?? state[to]);
      put(last.was, { [steps]: state[steps].slice(0, -1), [others]: [...state[others], back] });
    }
  };
  const take = goes('edits', 'undone', 'earlier', 'later');
  const again = goes('undone', 'edits', 'later', 'earlier');
  undo.addEventListener('click', take);
  redo.addEventListener('click', again);
  document.addEventListener('keydown', (event) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && !(key === 'y' && event.ctrlKey))) return;
    const isRedo = event.shiftKey || key === 'y';
    // In fields the same keys undo what was typed there; a day and a switch know nothing of them.
    const { target } = event;
    if ((target instanceof HTMLInputElement && /text|search/.test(target.type)) || (target === writing.box && writing.hasOwn(isRedo))) return;
    event.preventDefault();
    if (isRedo) again();
    else take();
  });

  /**
   * Another article, which Undo takes back. To an empty page one may have said already when it is published.
   * @param {string} text
   * @param {Partial<Article>} along what comes with it
   */
  function open(text, { isTyped = false, published, edits = [], dismissed = [] } = {}) {
    const before = now();
    const after = { text: text.replace(/\r\n?/g, '\n'), isTyped, published: published ?? (before.text === '' ? before.published : ''), edits, undone: [], dismissed };
    const isOther = after.text !== before.text || before.edits.length > 0;
    put(after, isOther ? { earlier: [...store.state.earlier, { was: before, base: edits.length }].slice(-MOST), later: [] } : {});
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
      put({ ...draft, undone: [] }, {});
    },
    /** Goes to a place in the box; what was typed into a part of the text that is left is a step. @param {number} at */
    turn(at) {
      const before = writing.turn(at);
      if (before === null) return;
      const { edits, ...rest } = now();
      const was = { ...rest, text: before, edits: moved(edits, rest.text, before) };
      store.set({ earlier: [...store.state.earlier, { was, base: edits.length }].slice(-MOST), later: [] });
    },
    /**
     * A change by hand of what holds for all of the article. One that goes on with what another has begun is no step of its own.
     * @param {Pick<State, 'published'> | Pick<State, 'house'>} change
     * @param {Step} [begun]
     */
    change(change, begun) {
      const { earlier, edits } = store.state;
      const steps = begun !== undefined && earlier.at(-1) === begun ? earlier : [...earlier, step(Object.keys(change), edits)].slice(-MOST);
      store.set({ ...change, earlier: steps, undone: [], later: [] });
      return steps.at(-1);
    },
    /** @param {Edit} made */
    edit(made) {
      store.set({ edits: [...store.state.edits, made], undone: [], later: [] });
    },
  };
}
