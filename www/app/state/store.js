/** One object holds what the page knows; views are told when what they show has changed. */
import { SHOWN } from './layers.js';

/** Characters of a text that takes long to lay out. */
export const LONG = 8_000;

/** Whether that is what is shown. @param {State} state */
export function isLong({ report }) {
  return (report?.source.length ?? 0) > LONG;
}

export function createStore() {
  /** @type {State} */
  const state = {
    text: '',
    isTyped: false,
    published: '',
    house: undefined,
    kept: undefined,
    reading: null,
    report: null,
    exported: null,
    edits: [],
    undone: [],
    earlier: [],
    later: [],
    isReading: false,
    problem: '',
    view: 'write',
    tab: 'quotes',
    shown: new Set(SHOWN),
    onlyQuotes: false,
    query: '',
    selected: null,
    dismissed: [],
  };
  /** @type {{ keys: readonly (keyof State)[], listener: (state: State) => void }[]} */
  const listeners = [];
  return {
    state,
    /** Changes some of it. Listeners run once, in the order in which they were added, and only if what they listen to is another value. @param {Partial<State>} patch */
    set(patch) {
      const changed = new Set(/** @type {(keyof State)[]} */ (Object.keys(patch)).filter((key) => state[key] !== patch[key]));
      if (changed.size === 0) return;
      Object.assign(state, patch);
      for (const { keys, listener } of listeners) if (keys.some((key) => changed.has(key))) listener(state);
    },
    /** @param {readonly (keyof State)[]} keys @param {(state: State) => void} listener */
    on(keys, listener) {
      listeners.push({ keys, listener });
    },
  };
}
