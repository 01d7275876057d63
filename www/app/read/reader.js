/** Reads the text in a worker, so that however long it is the page answers; and after an edit only what it has changed. */
import { load } from '../../lib/worker/web.js';
import { between } from '../../lib/session/between.js';
import { t } from '../messages/index.js';

/** Two million characters take some seconds on a slow machine. */
const LONGEST = 60_000;

/**
 * Keeps `reading` up to date with `text`, `published` and `house`. Rejects if the module or the worker can't be had.
 * @param {Store} store
 */
export async function reader(store) {
  const desk = await load({ timeLimit: LONGEST });
  let options = optionsOf(store.state);
  /** Follows the text under these options. @type {WorkerSession | undefined} */
  let session;
  let isAtWork = false;

  /** Options hold for a session's life; and what one that failed remembers is not sure. */
  function leave() {
    session?.dispose();
    session = undefined;
  }

  /** @param {string} text */
  async function read(text) {
    if (session === undefined) session = await desk.session(text, options);
    else if (session.text !== text) await session.update(between(session.text, text));
    // What is shown of it is a task of its own.
    await new Promise((done) => setTimeout(done));
    return session.analysis;
  }

  /** One reading at a time, the newest text next: a slow one is never overtaken for ever by those that follow it. */
  async function follow() {
    store.set({ isReading: true });
    if (isAtWork) return;
    isAtWork = true;
    for (let isDone = false; !isDone; ) {
      const { text } = store.state;
      const own = options;
      /** @type {Partial<State>} */
      let found;
      try {
        found = { reading: { source: text, analysis: await read(text) }, problem: '' };
      } catch (error) {
        leave();
        const { code, message } = /** @type {Error & { code?: string }} */ (error);
        found = { reading: null, problem: code === 'INPUT_TOO_LARGE' ? t('problem.long') : message };
      }
      if (own !== options) leave();
      isDone = own === options && text === store.state.text;
      if (isDone) {
        isAtWork = false;
        store.set({ ...found, isReading: false });
      }
    }
  }

  store.on(['published', 'house'], (state) => {
    options = optionsOf(state);
    if (!isAtWork) leave();
  });
  store.on(['text', 'published', 'house'], () => void follow());
  await follow();
  return desk;
}

/** @param {State} state @returns {Options} */
function optionsOf({ published, house }) {
  return { ...(published === '' ? {} : { reference: published }), ...(house === undefined ? {} : { house }) };
}
