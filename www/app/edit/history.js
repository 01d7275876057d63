/** Corrections with their undo. What is shown and exported is always the reading with the corrections applied. */
import { corrected, moved } from './edits.js';

/** @param {Store} store @param {{ undo: HTMLButtonElement, redo: HTMLButtonElement }} buttons */
export function history(store, { undo, redo }) {
  let source = '';

  store.on(['reading', 'edits'], ({ reading, edits, undone }) => {
    if (reading === null) return store.set({ report: null });
    if (reading.source !== source) {
      const before = source;
      source = reading.source;
      const now = moved(edits, before, source);
      // Setting them comes back here.
      if (now !== edits) return store.set({ edits: now, undone: moved(undone, before, source) });
    }
    store.set({ report: { source, analysis: corrected(reading.analysis, source, edits) } });
  });
  store.on(['edits', 'undone'], ({ edits, undone }) => {
    undo.disabled = edits.length === 0;
    redo.disabled = undone.length === 0;
  });

  const take = () => {
    const { edits, undone } = store.state;
    const last = edits.at(-1);
    if (last !== undefined) store.set({ edits: edits.slice(0, -1), undone: [...undone, last] });
  };
  const again = () => {
    const { edits, undone } = store.state;
    const last = undone.at(-1);
    if (last !== undefined) store.set({ edits: [...edits, last], undone: undone.slice(0, -1) });
  };
  undo.addEventListener('click', take);
  redo.addEventListener('click', again);
  document.addEventListener('keydown', (event) => {
    // In fields the same keys undo what was typed there.
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    if (event.shiftKey) again();
    else take();
  });

  return {
    /** @param {Edit} made */
    edit(made) {
      store.set({ edits: [...store.state.edits, made], undone: [] });
    },
  };
}
