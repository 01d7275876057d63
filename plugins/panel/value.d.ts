export type Figure = import('copydesk').Figure;
export type Strings = import('./strings.js').Strings;
/**
 * The figure's value in the reader's language, "" if it has none of its own. Dates stay as ISO 8601 writes them.
 * @param {Figure} figure @param {Strings} strings @param {string} locale
 */
export declare function value(figure: Figure, strings: Strings, locale: string): string;
