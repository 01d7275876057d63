/** What a figure comes to, as a reader writes it. */
import { fill } from './strings.js';

/** @typedef {import('../lib/index.js').Figure} Figure @typedef {import('./strings.js').Strings} Strings */

/** @type {Record<string, 'atLeast' | 'atMost' | 'moreThan' | 'lessThan' | 'about'>} */
const BOUNDS = { '>=': 'atLeast', '<=': 'atMost', '>': 'moreThan', '<': 'lessThan', '~': 'about' };

/**
 * The figure's value in the reader's language, "" if it has none of its own. Dates stay as ISO 8601 writes them.
 * @param {Figure} figure @param {Strings} strings @param {string} locale
 */
export function value(figure, strings, locale) {
  const said = bare(figure, strings, locale);
  return figure.mod === null || said === '' ? said : fill(strings[BOUNDS[figure.mod] ?? 'about'], { value: said });
}

/** @param {Figure} figure @param {Strings} strings @param {string} locale */
function bare({ kind, of, iso, value, unit, lo, hi }, strings, locale) {
  /** @param {number} n */
  const amount = (n) => measured(n, unit, of ?? kind, strings, locale);
  if (value !== null) return amount(value);
  if (lo !== null && hi !== null) {
    return kind === 'score' ? `${number(lo, locale)}–${number(hi, locale)}` : fill(strings.between, { low: number(lo, locale), high: amount(hi) });
  }
  if (iso !== null) return iso;
  return lo === null ? '' : fill(strings.atLeast, { value: amount(lo) });
}

/** @param {number} n @param {string | null} unit @param {string} kind @param {Strings} strings @param {string} locale */
function measured(n, unit, kind, strings, locale) {
  const plain = number(n, locale);
  if (unit === null) return kind === 'ordinal' ? fill(strings.ordinal, { value: plain }) : plain;
  if (unit === '%') return `${plain}%`;
  if (unit === 'pp') return fill(strings.points, { value: plain });
  if (unit === 'bp') return fill(strings.basisPoints, { value: plain });
  try {
    return kind === 'money'
      ? number(n, locale, { style: 'currency', currency: unit, minimumFractionDigits: 0 })
      : number(n, locale, { style: 'unit', unit, unitDisplay: 'long' });
  } catch {
    // A unit that the browser's Intl doesn't know.
    return `${plain} ${unit.replaceAll('-', ' ')}`;
  }
}

/** @param {number} n @param {string} locale @param {Intl.NumberFormatOptions} style */
function number(n, locale, style = {}) {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20, ...style }).format(n);
}
