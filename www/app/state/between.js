/**
 * The one change that makes `after` of `before`, as short as it can be: what stands from `from` to `to` gives way to `insert`.
 * @param {string} before
 * @param {string} after
 */
export function between(before, after) {
  const shorter = Math.min(before.length, after.length);
  let [from, kept] = [0, 0];
  // Engines compare long stretches at once.
  for (const step of [4096, 1]) while (from + step <= shorter && before.startsWith(after.slice(from, from + step), from)) from += step;
  const isKept = (/** @type {number} */ to) => before.endsWith(after.slice(after.length - to, after.length - kept), before.length - kept);
  for (const step of [4096, 1]) while (kept + step <= shorter - from && isKept(kept + step)) kept += step;
  return { from, to: before.length - kept, insert: after.slice(from, after.length - kept) };
}
