/** One object holds what the page knows; views are told when what they show has changed. */

/**
 * @template {object} S
 * @param {S} state
 */
export function createStore(state) {
  /** @type {{ keys: readonly (keyof S)[], listener: (state: Readonly<S>) => void }[]} */
  const listeners = [];
  return {
    /** @type {Readonly<S>} */
    state,
    /** Changes some of it. Listeners run once, in the order in which they were added, and only if what they listen to is another value. @param {Partial<S>} patch */
    set(patch) {
      const changed = new Set(/** @type {(keyof S)[]} */ (Object.keys(patch)).filter((key) => state[key] !== patch[key]));
      if (changed.size === 0) return;
      Object.assign(state, patch);
      for (const { keys, listener } of listeners) if (keys.some((key) => changed.has(key))) listener(state);
    },
    /** @param {readonly (keyof S)[]} keys @param {(state: Readonly<S>) => void} listener */
    on(keys, listener) {
      listeners.push({ keys, listener });
    },
  };
}
