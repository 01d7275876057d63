/**
 * Dates as pictures need them: where each lies on the scale of time.
 *
 * ```js
 * import { stretch } from 'copydesk/dates';
 * const placed = analysis.numbers.map((n) => n.iso && stretch(n.iso));
 * ```
 */

/** From the first moment of a date to the first after it, in days since the beginning of 1970. A moment has no length. */
export interface Stretch {
  start: number;
  end: number;
}

/** Months of the parts of a year: the first, counted from 0, and how many. Seasons are those of the weather, in the north. */
const PARTS: Record<string, [number, number]> = { Q1: [0, 3], Q2: [3, 3], Q3: [6, 3], Q4: [9, 3], H1: [0, 6], H2: [6, 6], SP: [2, 3], SU: [5, 3], FA: [8, 3], WI: [11, 3] };

/** The stretch of an `iso` at its own grain, of a century as of a minute; null for one that leaves its year open or is no date. */
export function stretch(iso: string): Stretch | null {
  const [first = '', last] = iso.split('/');
  if (last !== undefined) {
    const [a, b] = [stretch(first), stretch(last)];
    return a === null || b === null || b.start < a.start ? null : { start: a.start, end: b.end };
  }
  if (/^\d\d(?:\d\d|\dX|XX)$/.test(first)) {
    const from = Number(first.replaceAll('X', '0'));
    return { start: dayOf(from, 0), end: dayOf(from + (first.endsWith('XX') ? 100 : first.endsWith('X') ? 10 : 1), 0) };
  }
  const [, year, part = '', day, hour, minute] = /^(\d{4})-(\d\d|W\d\d|[QH]\d|S[PU]|FA|WI)(?:-(\d\d|WE))?(?:T(\d\d):(\d\d))?/.exec(first) ?? [];
  if (year === undefined) return null;
  const y = Number(year);
  if (/^W\d/.test(part)) {
    // The week with the year's first Thursday is its first; the first of January 1970 was one.
    const fourth = dayOf(y, 0, 4);
    const end = fourth - ((fourth + 3) % 7) + 7 * Number(part.slice(1));
    return { start: end - (day === 'WE' ? 2 : 7), end };
  }
  const [from, months] = PARTS[part] ?? [Number(part) - 1, 1];
  if (day === undefined) return { start: dayOf(y, from), end: dayOf(y, from + months) };
  const start = dayOf(y, from, Number(day));
  if (hour === undefined) return { start, end: start + 1 };
  const moment = start + (60 * Number(hour) + Number(minute)) / 1440;
  return { start: moment, end: moment };
}

/** Months are counted from 0 and may run over the year's end. */
function dayOf(year: number, month: number, day = 1): number {
  // Years under 100 are themselves here, as they are not in Date.UTC.
  return new Date(0).setUTCFullYear(year, month, day) / 86_400_000;
}
