export type Analysis = import('copydesk').Analysis;
export type Span = import('copydesk').Span;
export type Strings = import('./strings.js').Strings;
export type Row = {
    key: string;
    layer: Layer;
    said: string;
    beside: string[];
    places: Span[];
};
export type Group = {
    heading: string | null;
    role: string | null;
    rows: Row[];
};
export type List = {
    name: Section;
    heading: string;
    groups: Group[];
    count: number;
};
export type Layer = 'quotes' | 'indirect' | 'numbers' | 'entities' | 'checks';
export type Section = 'quotes' | 'numbers' | 'names' | 'checks';
export type Check = {
    id: number;
    kind: string;
    spans: Span[];
    message: string;
};
/**
 * @typedef {import('copydesk').Analysis} Analysis
 * @typedef {import('copydesk').Span} Span
 * @typedef {import('./strings.js').Strings} Strings
 *
 * A row: what it says, what stands beside it, and the places it leads to, one after another.
 * @typedef {{ key: string, layer: Layer, said: string, beside: string[], places: Span[] }} Row
 * @typedef {{ heading: string | null, role: string | null, rows: Row[] }} Group
 * @typedef {{ name: Section, heading: string, groups: Group[], count: number }} List
 * @typedef {'quotes' | 'indirect' | 'numbers' | 'entities' | 'checks'} Layer
 * @typedef {'quotes' | 'numbers' | 'names' | 'checks'} Section
 *
 * What the desk noticed, where the package tells it.
 * @typedef {{ id: number, kind: string, spans: Span[], message: string }} Check
 */
/**
 * The sections that have something in them.
 * @param {Analysis & { checks?: Check[] }} analysis @param {Strings} strings @param {string} locale
 * @returns {List[]}
 */
export declare function lists(analysis: Analysis & {
    checks?: Check[];
}, strings: Strings, locale: string): List[];
