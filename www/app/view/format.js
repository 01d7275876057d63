/** Values as a reader writes them. */
import { stretch } from '../../lib/dates.js';
import { LANG, t, word } from '../messages/index.js';

/** To make a format takes as long as hundreds of uses. @type {Map<string, any>} */
const formats = new Map();

/** In milliseconds. */
export const DAY = 86_400_000;

/** What the figure comes to, or "" if it has no value of its own. @param {Figure} figure */
export function value(figure) {
  const { kind, mod, part } = figure;
  const whole = unmodified(figure);
  const said = part === null || whole === '' ? whole : t(`part.${part}`, { value: whole });
  // A bound that stands for the value says so itself.
  if (said === '' || mod === null || (figure.value ?? figure.hi ?? figure.iso) === null) return said;
  return t(mod !== '~' && ['date', 'time', 'datetime'].includes(kind) ? `date.${mod}` : `value.${mod}`, { value: said });
}

/** @param {Figure} figure */
function unmodified({ kind, of, iso, value, unit, lo, hi }) {
  if (kind !== 'duration' && iso !== null) return date(iso);
  if (lo !== null && hi !== null) {
    if (kind === 'score') return `${lo} – ${hi}`;
    // A currency's sign stands with both.
    return `${of === 'money' ? amount(lo, unit, of) : formatted(lo)} – ${amount(hi, unit, of ?? kind)}`;
  }
  if (value !== null) return amount(value, unit, kind);
  if (kind === 'date' || kind === 'datetime') return t('value.relative');
  return iso ?? (lo === null ? '' : t('value.>=', { value: amount(lo, unit, kind) }));
}

/** @param {number} value @param {string | null} unit @param {string} kind */
function amount(value, unit, kind) {
  // A third has no end.
  if (unit === null) return kind === 'ordinal' ? t('value.ordinal', { value: formatted(value) }) : formatted(value, kind === 'fraction' ? { maximumFractionDigits: 3 } : {});
  if (unit === '%') return `${formatted(value)}%`;
  if (unit === 'pp' || unit === 'bp') return t(`value.${unit}`, { value: formatted(value) });
  try {
    return formatted(value, kind === 'money' ? { style: 'currency', currency: unit, trailingZeroDisplay: 'stripIfInteger' } : { style: 'unit', unit, unitDisplay: 'long' });
  } catch {
    // Units that the browser's Intl doesn't know.
    return `${formatted(value)} ${unit.replaceAll('-', ' ')}`;
  }
}

/** A date or a range of dates; what it leaves open is said. @param {string} iso */
function date(iso) {
  const [from = '', to] = iso.split('/').map(moment);
  const said = to === undefined ? from : t('glance.crowd', { from, to });
  const open = /^XXXX(-W)?/.exec(iso);
  return open === null ? said : t(open[1] ? 'value.weekOpen' : 'value.yearOpen', { value: said });
}

/** A date at its own grain, a time of day, or both; what has no simple form stays as ISO writes it. @param {string} iso */
function moment(iso) {
  const [on = '', at = ''] = iso.split('T');
  // A night has no hour: the article's own words say it.
  return [...(on === '' ? [] : [day(on)]), ...(/\d/.test(at) ? [at.replace('Z', ' UTC')] : [])].join(', ');
}

/** @param {string} iso */
function day(iso) {
  const [, year = '', part = '', of = 1] = /^(\d{4}|XXXX)-(\w+)(?:-(\w+))?$/.exec(iso) ?? [];
  if (year === '') return iso.replace(/^\d\d(\dX|XX)$/, (years) => t('value.decade', { value: years.replaceAll('X', '0') }));
  /** @type {Intl.DateTimeFormatOptions} */
  const known = year === 'XXXX' ? {} : { year: 'numeric' };
  const full = /** @type {const} */ ({ month: 'long', day: 'numeric', ...known });
  // 2000 is a leap year: it has every day that a year may have.
  if (/^\d/.test(part)) return formatted(new Date(Date.UTC(Number(year) || 2000, Number(part) - 1, Number(of))), of === 1 ? { ...known, month: 'long' } : full);
  // The first of January 2024 was a Monday.
  if (part === 'WXX') return formatted(new Date(Date.UTC(2024, 0, Number(of))), { weekday: 'long' });
  const week = /^W\d/.test(part) ? stretch(iso) : null;
  if (week !== null) return t('glance.crowd', { from: formatted(new Date(week.start * DAY), full), to: formatted(new Date((week.end - 1) * DAY), full) });
  return [/\d/.test(part) ? part : word('season', part), ...(known.year ? [year] : [])].join(' ');
}

/** A number or a date's parts as a reader writes them. @param {number | Date} value @param {object} fields */
export function formatted(value, fields = {}) {
  const key = JSON.stringify(fields);
  /** @type {any} */
  const Format = typeof value === 'number' ? Intl.NumberFormat : Intl.DateTimeFormat;
  if (!formats.has(key)) formats.set(key, new Format(LANG, { maximumFractionDigits: 20, timeZone: 'UTC', ...fields }));
  return formats.get(key).format(value);
}
