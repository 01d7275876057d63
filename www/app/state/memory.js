/**
 * What the page remembers: from one visit to the next, or, `inTab`, as long as its tab is there. A private window may refuse: then the
 * next visit begins anew.
 */

/** @param {string} key @param {boolean} [inTab] @returns {string | null} */
export function recall(key, inTab) {
  try {
    return (inTab ? sessionStorage : localStorage).getItem(key);
  } catch {
    return null;
  }
}

/** Whether it could be kept. @param {string} key @param {string | null} value null forgets @param {boolean} [inTab] */
export function remember(key, value, inTab) {
  try {
    const memory = inTab ? sessionStorage : localStorage;
    if (value === null) memory.removeItem(key);
    else memory.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** The keys that begin so, of what lasts. @param {string} start */
export function keysOf(start) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}
