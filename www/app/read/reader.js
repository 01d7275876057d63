/** Reads the text in a worker, so that however long it is the page answers. */
import { load } from '../../lib/worker/web.js';

/** Two million characters take some seconds on a slow machine. */
const LONGEST = 60_000;

/**
 * Keeps `reading` up to date with `text`, `published` and `house`. Rejects if the module or the worker can't be had.
 * @param {import('../state/state.js').Store} store
 */
export async function reader(store) {
  const desk = await load({ timeLimit: LONGEST });
  /** The options are the same object while nothing in them changes, so that the desk need not check them anew. */
  let given = optionsOf(store.state);
  /** Counts what was asked: only the answer to the last question is of interest. */
  let asked = 0;

  async function read() {
    const turn = (asked += 1);
    const { text } = store.state;
    store.set({ isReading: true });
    try {
      const analysis = await desk.analyze(text, given, { key: 'page' });
      if (turn === asked) store.set({ reading: { source: text, analysis }, isReading: false, problem: '' });
    } catch (error) {
      if (turn === asked) store.set({ reading: null, isReading: false, problem: error instanceof Error ? error.message : String(error) });
    }
  }

  store.on(['published', 'house'], (state) => (given = optionsOf(state)));
  store.on(['text', 'published', 'house'], read);
  await read();
  return desk;
}

/** @param {Readonly<import('../state/state.js').State>} state @returns {import('../../lib/index.js').Options} */
function optionsOf({ published, house }) {
  return { ...(published === '' ? {} : { reference: published }), ...(house === undefined ? {} : { house }) };
}
