/** Where a date lies on the scale of time, in days since the beginning of 1970. */

/** Months of the parts of a year: the first, counted from 0, and how many. Seasons are those of the weather, in the north. @type {Record<string, [number, number]>} */
const PARTS = { Q1: [0, 3], Q2: [3, 3], Q3: [6, 3], Q4: [9, 3], H1: [0, 6], H2: [6, 6], SP: [2, 3], SU: [5, 3], FA: [8, 3], WI: [11, 3] };

/** The day with which a month begins; months may run over the year's end. @param {number} year @param {number} month from 0 */
function month(year, month, day = 1) {
  const date = new Date(0);
  // Years under 100 are themselves here, as they are not in Date.UTC.
  date.setUTCFullYear(year, month, day);
  return Math.round(date.getTime() / 86_400_000);
}

/** The stretch of an ISO 8601 or TIMEX3 date at its own grain; null for one that leaves its year open or has no place here. @param {string} iso @returns {Stretch | null} */
export function stretch(iso) {
  const [first = '', last] = iso.split('/');
  if (last !== undefined) {
    const [a, b] = [stretch(first), stretch(last)];
    return a === null || b === null || b.start < a.start ? null : { start: a.start, end: b.end };
  }
  const years = /^\d\d(?:\d\d|\dX|XX)$/.exec(first);
  if (years !== null) {
    const from = Number(first.replaceAll('X', '0'));
    return { start: month(from, 0), end: month(from + (first.endsWith('XX') ? 100 : first.endsWith('X') ? 10 : 1), 0) };
  }
  const [, year, part = '', day, hour, minute] = /^(\d{4})-(\d\d|W\d\d|[QH]\d|S[PU]|FA|WI)(?:-(\d\d))?(?:T(\d\d):(\d\d))?/.exec(first) ?? [];
  if (year === undefined) return null;
  const y = Number(year);
  if (part.startsWith('W') && part !== 'WI') {
    // The week with the year's first Thursday is its first; the first of January 1970 was one.
    const fourth = month(y, 0, 4);
    const start = fourth - ((fourth + 3) % 7) + 7 * (Number(part.slice(1)) - 1);
    return { start, end: start + 7 };
  }
  const [from, months] = PARTS[part] ?? [Number(part) - 1, 1];
  if (day === undefined) return { start: month(y, from), end: month(y, from + months) };
  const start = month(y, from, Number(day));
  if (hour === undefined) return { start, end: start + 1 };
  const moment = start + (60 * Number(hour) + Number(minute)) / 1440;
  return { start: moment, end: moment };
}

/** Steps of a scale, each with about how many days it takes. @type {Stride[]} */
const STEPS = [
  ...[1, 2, 7, 14].map((n) => /** @type {Stride} */ (['day', n, n])),
  ...[1, 3, 6].map((n) => /** @type {Stride} */ (['month', n, 30 * n])),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((n) => /** @type {Stride} */ (['year', n, 365 * n])),
];

/** The marks of a scale, round ones, no more than `most`. @param {Stretch} stretch @param {number} most @returns {Tick[]} */
export function ticks({ start, end }, most) {
  const [grain, step] = STEPS.find(([, , days]) => (end - start) / days < most) ?? ['year', 1000];
  const from = new Date(Math.ceil(start) * 86_400_000);
  const year = from.getUTCFullYear();
  /** @param {number} i */
  const at = (i) => {
    if (grain === 'day') return Math.ceil(start) + i * step;
    if (grain === 'month') return month(year, i * step);
    return month(Math.floor(year / step) * step + i * step, 0);
  };
  /** @type {Tick[]} */
  const all = [];
  for (let i = 0; at(i) <= end; i += 1) if (at(i) >= start) all.push({ at: at(i), grain });
  return all;
}
