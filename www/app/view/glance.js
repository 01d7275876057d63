/**
 * Pictures: who speaks how much, and when things happened. Each bar and each date leads to its place. Time runs down; a day is a point,
 * what takes longer a bar; dates that crowd are one row, which leads to each of them in turn.
 */
import { stretch } from '../../lib/dates.js';
import { drawing, element } from '../dom.js';
import { t } from '../messages/index.js';
import { DAY, formatted, value } from './format.js';
import { speakers } from './lists.js';
import { row, titled } from './rows.js';

/** More bars or rows than this are no picture. */
const MOST = 12;

/** So few dates have a row each, however close they are; and so many ticks the axis at most, two to a row. */
const FEW = 8;

/** Closer than this part of the scale, points touch. */
const CLOSE = 1 / 60;

/** Sixteenths of a rem, as style/page.css has them: a row's height, the picture's width, and where its axis stands. */
const [ROW, WIDTH, AXIS] = [48, 112, 58];

/** @param {Analysis} analysis @returns {Entry[]} */
export function glanceEntries(analysis) {
  const said = shares(analysis);
  return [
    ...(said.length === 0 ? [] : [titled(t('glance.words'))]),
    ...said.slice(0, MOST),
    ...timelineEntries(analysis.numbers),
  ];
}

/** A bar a speaker: words within quotation marks. @param {Analysis} analysis */
function shares(analysis) {
  const all = speakers(analysis)
    .map(({ speaker, said }) => {
      const quoted = said.flat().filter((q) => q.kind !== 'indirect');
      return { name: speaker ?? t('quotes.nobody'), words: quoted.reduce((sum, q) => sum + length(q.text), 0), quoted };
    })
    .filter(({ words }) => words > 0)
    .sort((a, b) => b.words - a.words);
  const most = all[0]?.words ?? 1;
  return all.map(({ name, words, quoted }) => {
    const leads = () => /** @type {Led} */ ({ layer: 'quotes', places: quoted });
    const make = () =>
      row(
        leads(),
        element('span', { class: 'written' }, name),
        drawing('svg', { class: 'bar-of', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, drawing('rect', { width: (100 * words) / most, height: 8 })),
        element('span', { class: 'times' }, t('glance.wordCount', { n: words })),
      );
    return { leads, make, find: () => name };
  });
}

/** In words. @param {string} text */
function length(text) {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** The picture, and beside it the dates that have no place on it. @param {readonly Figure[]} numbers @returns {Entry[]} */
function timelineEntries(numbers) {
  const [placed, open] = moments(numbers);
  return [
    ...(placed.length === 0 ? [] : [titled(t('glance.dates')), picture(placed)]),
    ...(open.length === 0 ? [] : [titled(t('glance.open'))]),
    ...open.map((mentions) => ({ leads: () => dates(mentions), make: () => row(dates(mentions), ...words(mentions).reverse()), find: () => words(mentions).map((w) => w.textContent).join(' ') })),
  ];
}

/** The dates that have a place on the scale, by place, and those that have none. @param {readonly Figure[]} numbers @returns {[Moment[], Figure[][]]} */
function moments(numbers) {
  /** @type {Map<string, Figure[]>} */
  const byDate = new Map();
  for (const n of numbers) {
    const isDate = n.kind === 'date' || n.kind === 'datetime' || (n.kind === 'range' && (n.of === 'date' || n.of === 'datetime'));
    if (!isDate) continue;
    const key = n.iso ?? n.text;
    const mentions = byDate.get(key);
    if (mentions === undefined) byDate.set(key, [n]);
    else mentions.push(n);
  }
  /** @type {Moment[]} */
  const placed = [];
  /** @type {Figure[][]} */
  const open = [];
  for (const mentions of byDate.values()) {
    const [first] = /** @type {[Figure]} */ (mentions);
    const place = first.iso === null ? null : stretch(first.iso);
    if (place === null) open.push(mentions);
    else placed.push({ ...place, said: value(first), written: written(mentions), mentions });
  }
  // What begins together: the longest first, so that it lies below.
  return [placed.sort((a, b) => a.start - b.start || b.end - a.end), open];
}

/** @param {readonly Moment[]} all by place @returns {Entry} */
function picture(all) {
  return {
    leads: () => dates(all.flatMap(({ mentions }) => mentions)),
    make: () => draw(all),
    find: () => all.map(({ said, written }) => `${said} ${written}`).join('\n'),
    narrow(isFound) {
      const found = all.filter(({ said, written }) => isFound(`${said} ${written}`));
      return found.length === 0 ? null : picture(found);
    },
  };
}

/** @param {readonly Moment[]} all */
function draw(all) {
  const whole = { start: all[0]?.start ?? 0, end: all.reduce((last, { end }) => Math.max(last, end), -Infinity) };
  const length = whole.end - whole.start;
  const groups = crowds(all, length);
  const height = groups.length * ROW;
  const y = (/** @type {number} */ at) => ROW / 2 + (length === 0 ? 0 : ((at - whole.start) / length) * (height - ROW));
  const isMirrored = document.documentElement.dir === 'rtl';
  const x = (/** @type {number} */ at) => (isMirrored ? WIDTH - at : at);
  const box = (/** @type {string} */ name, /** @type {number} */ tall, /** @type {Element[]} */ ...parts) =>
    drawing('svg', { class: name, width: `${WIDTH / 16}rem`, height: `${tall / 16}rem`, viewBox: `0 0 ${WIDTH} ${tall}`, 'aria-hidden': 'true' }, ...parts);

  const marks = groups.length < 2 ? [] : ticks(whole, Math.min(FEW, 2 * groups.length - 2));
  const axis = box(
    'axis',
    height,
    drawing('line', { x1: x(AXIS), x2: x(AXIS), y1: y(whole.start) - 8, y2: y(whole.end) + 8 }),
    ...marks.flatMap((tick, i) => [
      drawing('line', { x1: x(AXIS - 5), x2: x(AXIS), y1: y(tick.at), y2: y(tick.at) }),
      drawing('text', { x: x(AXIS - 10), y: y(tick.at), dy: '0.35em' }, document.createTextNode(label(tick, marks[i - 1]))),
    ]),
  );

  const rows = groups.map((group, i) => {
    const [first, last] = /** @type {[Moment, Moment]} */ ([group[0], group.at(-1)]);
    const down = (/** @type {number} */ at) => y(at) - i * ROW;
    const middle = (down(first.start) + down(last.start)) / 2;
    const bars = group.map(({ start, end }) =>
      end - start > 1 ? drawing('rect', { x: x(AXIS) - 3.5, width: 7, rx: 3.5, y: down(start), height: Math.max(7, down(end) - down(start)) }) : drawing('circle', { cx: x(AXIS), cy: down(start), r: 4.5 }),
    );
    const bracket = group.length < 2 ? '' : `M${x(AXIS + 7)} ${down(first.start)}H${x(AXIS + 10)}V${down(last.start)}H${x(AXIS + 7)}`;
    const lead = drawing('path', { d: `${bracket}M${x(AXIS + (group.length < 2 ? 6 : 10))} ${middle}H${x(AXIS + 12)}L${x(WIDTH - 14)} ${ROW / 2}H${x(WIDTH - 2)}` });
    const mentions = group.flatMap((m) => m.mentions);
    const said =
      group.length < 2
        ? words(mentions)
        : [
            element('span', { class: 'value' }, t('glance.crowd', { from: first.said, to: last.said })),
            element('span', { class: 'written' }, t('glance.crowdOf', { n: group.length, dates: group.map((m) => m.written).join(' · ') })),
          ];
    const made = row(dates(mentions), box('lead', ROW, lead, ...bars), ...said);
    made.classList.add('day');
    return made;
  });
  return element('figure', { class: 'timeline', 'aria-label': t('glance.timeline') }, axis, ...rows);
}

/** Dates by rows, one each if there are few; else parted where most time lies between them. @param {readonly Moment[]} all @param {number} length of the scale @returns {Moment[][]} */
function crowds(all, length) {
  const least = all.length > FEW ? length * CLOSE : 0;
  const gaps = all.slice(1).map((m, i) => ({ at: i + 1, wide: m.start - (all[i]?.start ?? 0) })).filter(({ wide }) => wide >= least);
  const cuts = gaps.sort((a, b) => b.wide - a.wide || a.at - b.at).slice(0, MOST - 1).map(({ at }) => at);
  const ends = [0, ...cuts.sort((a, b) => a - b), all.length];
  return ends.slice(1).map((end, i) => all.slice(ends[i], end));
}

/** Steps of a scale, each with about how many days it takes. @type {Stride[]} */
const STEPS = [
  ...[1, 2, 7, 14].map((n) => /** @type {Stride} */ (['day', n, n])),
  ...[1, 3, 6].map((n) => /** @type {Stride} */ (['month', n, 30 * n])),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((n) => /** @type {Stride} */ (['year', n, 365 * n])),
];

/** The marks of a scale, round ones, no more than `most`. @param {Stretch} stretch @param {number} most @returns {Tick[]} */
function ticks({ start, end }, most) {
  const [grain, step] = STEPS.find(([, , days]) => (end - start) / days < most) ?? ['year', 1000];
  const first = Math.ceil(start);
  const year = new Date(first * DAY).getUTCFullYear();
  /** @param {number} i */
  const at = (i) => {
    if (grain === 'day') return first + i * step;
    return (grain === 'month' ? new Date(0).setUTCFullYear(year, i * step) : new Date(0).setUTCFullYear((Math.floor(year / step) + i) * step)) / DAY;
  };
  /** @type {Tick[]} */
  const all = [];
  for (let i = 0; at(i) <= end; i += 1) if (at(i) >= start) all.push({ at: at(i), grain });
  return all;
}

/** What a tick says: a month's year only where it is another. @param {Tick} tick @param {Tick | undefined} before */
function label({ at, grain }, before) {
  const [when, last] = [new Date(at * DAY), new Date((before?.at ?? -Infinity) * DAY)];
  if (grain === 'year' || (grain === 'month' && when.getUTCFullYear() !== last.getUTCFullYear())) return formatted(when, { year: 'numeric', ...(grain === 'month' && when.getUTCMonth() > 0 && { month: 'short' }) });
  return formatted(when, { month: 'short', ...(grain === 'day' && { day: 'numeric' }) });
}

/** @param {readonly Figure[]} places @returns {Led} */
function dates(places) {
  return { layer: 'numbers', places };
}

/** @param {readonly Figure[]} mentions */
function written(mentions) {
  return [...new Set(mentions.map((n) => n.text))].join(' · ');
}

/** What a date is, and how the article says it. @param {readonly Figure[]} mentions of one date */
function words(mentions) {
  const [first] = /** @type {[Figure]} */ (mentions);
  const [said, text] = [value(first), written(mentions)];
  return [element('span', { class: 'value' }, said), ...(text === said ? [] : [element('span', { class: 'written' }, text)])];
}
