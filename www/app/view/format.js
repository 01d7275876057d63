/** Values as a reader writes them. */
import { LANG, t } from '../messages/index.js';

/** To make a format takes as long as hundreds of uses. @type {Map<string, any>} */
const formats = new Map();

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
    return kind === 'score' ? `${lo} – ${hi}` : `${formatted(lo)} – ${amount(hi, unit, of ?? kind)}`;
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
    return formatted(value, kind === 'money' ? { style: 'currency', currency: unit, minimumFractionDigits: 0 } : { style: 'unit', unit, unitDisplay: 'long' });
  } catch {
    // Units that the browser's Intl doesn't know.
    return `${formatted(value)} ${unit.replaceAll('-', ' ')}`;
  }
}

/** A date at its own grain, "year open" where the text leaves it so; what has no simple form stays as ISO writes it. @param {string} iso */
function date(iso) {
  const [whole, first = '', month, day, time] = /^(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?(?:T(\d\d:\d\d))?$/.exec(iso) ?? [];
  if (whole !== undefined) {
    // 2000 is a leap year: it has every day that a year may have.
    const year = first === 'XXXX' ? undefined : first;
    const when = new Date(Date.UTC(Number(year ?? 2000), Number(month) - 1, Number(day ?? 1)));
    const said = formatted(when, { month: 'long', ...(day && { day: 'numeric' }), ...(year && { year: 'numeric' }) });
    const whenSaid = said + (time ? `, ${time}` : '');
    return year ? whenSaid : t('value.yearOpen', { value: whenSaid });
  }
  const part = /^(\d{4}|XXXX)-([QH]\d)$/.exec(iso);
  if (part !== null) return part[1] === 'XXXX' ? t('value.yearOpen', { value: String(part[2]) }) : `${part[2]} ${part[1]}`;
  const weekday = /^XXXX-WXX-([1-7])$/.exec(iso);
  // The first of January 2024 was a Monday.
  if (weekday !== null) return t('value.weekOpen', { value: formatted(new Date(Date.UTC(2024, 0, Number(weekday[1]))), { weekday: 'long' }) });
  const decade = /^(\d{3})X$/.exec(iso);
  return decade === null ? iso.replace(/^T/, '') : t('value.decade', { value: `${decade[1]}0` });
}

/** A number or a date's parts as a reader writes them. @param {number | Date} value @param {object} fields */
export function formatted(value, fields = {}) {
  const key = JSON.stringify(fields);
  /** @type {any} */
  const Format = typeof value === 'number' ? Intl.NumberFormat : Intl.DateTimeFormat;
  if (!formats.has(key)) formats.set(key, new Format(LANG, { maximumFractionDigits: 20, timeZone: 'UTC', ...fields }));
  return formats.get(key).format(value);
}
