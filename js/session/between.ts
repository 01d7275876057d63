import type { Edit } from './edit.js';

/** The one edit that makes `after` of `before`, as short as it can be. */
export function between(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let [from, kept] = [0, 0];
  // Engines compare long stretches at once.
  for (const step of [4096, 1]) while (from + step <= shorter && before.startsWith(after.slice(from, from + step), from)) from += step;
  const isKept = (to: number): boolean => before.endsWith(after.slice(after.length - to, after.length - kept), before.length - kept);
  for (const step of [4096, 1]) while (kept + step <= shorter - from && isKept(kept + step)) kept += step;
  return { from, to: before.length - kept, insert: after.slice(from, after.length - kept) };
}
