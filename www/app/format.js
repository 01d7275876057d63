/**
 * Values as a reader writes them.
 *
 * @typedef {import('../lib/index.js').Figure} Figure
 */

const LOCALE = document.documentElement.lang;
const plain = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 20 });
const MODIFIERS = new Map([
  ['>', 'more than'],
  ['>=', 'at least'],
  ['<', 'less than'],
  ['<=', 'at most'],
  ['~', 'about'],
]);

/** What the figure comes to, or "" if it has no value of its own. @param {Figure} figure */
export function value(figure) {
  const said = unmodified(figure);
  const modifier = figure.mod === null ? undefined : MODIFIERS.get(figure.mod);
  return modifier === undefined || said === '' ? said : `${modifier} ${said}`;
}

/** @param {Figure} figure */
function unmodified({ kind, of, iso, value, unit, lo, hi }) {
  if (kind !== 'duration' && iso !== null) return date(iso);
  if (lo !== null && hi !== null) {
    return kind === 'score' ? `${lo} – ${hi}` : `${plain.format(lo)} – ${amount(hi, unit, of ?? kind)}`;
  }
  if (value !== null) return amount(value, unit, kind);
  return iso ?? (lo === null ? '' : `at least ${amount(lo, unit, kind)}`);
}

/** @param {number} value @param {string | null} unit @param {string} kind */
function amount(value, unit, kind) {
  if (unit === null) return kind === 'ordinal' ? `no. ${plain.format(value)}` : plain.format(value);
  if (unit === '%') return `${plain.format(value)}%`;
  if (unit === 'pp') return `${plain.format(value)} percentage points`;
  if (unit === 'bp') return `${plain.format(value)} basis points`;
  const style = kind === 'money' ? { style: 'currency', currency: unit, minimumFractionDigits: 0 } : { style: 'unit', unit, unitDisplay: 'long' };
  try {
    return new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 20, .../** @type {any} */ (style) }).format(value);
  } catch {
    // Units that the browser's Intl doesn't know.
    return `${plain.format(value)} ${unit.replaceAll('-', ' ')}`;
  }
}

/** A date at its own grain; what has no simple form stays as ISO writes it. @param {string} iso */
function date(iso) {
  const parts = /^(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?(?:T(\d\d:\d\d))?$/.exec(iso);
  if (parts === null) return iso.replace(/^T/, '');
  const [, year, month, day, time] = parts;
  const known = year === 'XXXX' ? undefined : Number(year);
  // 2000 is a leap year: it has every day that a year may have.
  const when = new Date(Date.UTC(known ?? 2000, Number(month) - 1, Number(day ?? 1)));
  const fields = { timeZone: 'UTC', month: 'long', ...(day && { day: 'numeric' }), ...(known !== undefined && { year: 'numeric' }) };
  const said = new Intl.DateTimeFormat(LOCALE, /** @type {any} */ (fields)).format(when);
  return said + (time ? `, ${time}` : '') + (known === undefined ? ', year open' : '');
}
