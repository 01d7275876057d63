/** An analysis as the panel lists it: sections of groups of rows, plain data without a document. */
import { fill } from './strings.js';
import { value } from './value.js';

/**
 * @typedef {import('../lib/index.js').Analysis} Analysis
 * @typedef {import('../lib/index.js').Span} Span
 * @typedef {import('./strings.js').Strings} Strings
 *
 * A row: what it says, what stands beside it, and the places it leads to, one after another.
 * @typedef {{ key: string, layer: Layer, said: string, beside: string[], places: Span[] }} Row
 * @typedef {{ heading: string | null, role: string | null, rows: Row[] }} Group
 * @typedef {{ name: Section, heading: string, groups: Group[], count: number }} List
 * @typedef {'quotes' | 'indirect' | 'numbers' | 'entities' | 'checks'} Layer
 * @typedef {'quotes' | 'numbers' | 'names' | 'checks'} Section
 */

/**
 * The sections that have something in them.
 * @param {Analysis} analysis @param {Strings} strings @param {string} locale
 * @returns {List[]}
 */
export function lists(analysis, strings, locale) {
  const { numbers, names, entities, checks } = analysis;
  const alone = (/** @type {Row[]} */ rows) => [{ heading: null, role: null, rows }];
  const all = {
    checks: alone(checks.map((c) => ({ key: `check-${c.id}`, layer: 'checks', said: c.message, beside: [strings.severities[c.severity]], places: c.spans }))),
    quotes: speakers(analysis, strings),
    numbers: alone(numbers.map((n) => numberRow(n, strings, locale))),
    names: alone(names.filter((n) => n.mentions.length > 0).map((n) => nameRow(n, entities, strings))),
  };
  return /** @type {Section[]} */ (['checks', 'quotes', 'numbers', 'names'])
    .map((name) => ({ name, heading: strings[name], groups: all[name], count: all[name].reduce((n, g) => n + g.rows.length, 0) }))
    .filter((list) => list.count > 0);
}

/** Quotes by speaker, in the order in which they first speak, those without one last. @param {Analysis} analysis @param {Strings} strings @returns {Group[]} */
function speakers({ quotes, names }, strings) {
  // A Map, as a speaker may be called "__proto__".
  /** @type {Map<string | null, Group>} */
  const groups = new Map();
  for (const quote of quotes) {
    const speaker = quote.speakerName ?? quote.speaker?.text ?? null;
    const group = groups.get(speaker) ?? { heading: speaker ?? strings.noSpeaker, role: null, rows: [] };
    groups.set(speaker, group);
    group.role ??= quote.speakerId === null ? null : (names[quote.speakerId]?.role ?? null);
    const isIndirect = quote.kind === 'indirect';
    group.rows.push({
      key: `quote-${quote.id}`,
      layer: isIndirect ? 'indirect' : 'quotes',
      said: isIndirect ? quote.text : `“${quote.text}”`,
      beside: quote.kind === 'direct' ? [] : [isIndirect ? strings.indirect : strings.partial],
      places: [quote],
    });
  }
  const nameless = groups.get(null);
  groups.delete(null);
  return nameless === undefined ? [...groups.values()] : [...groups.values(), nameless];
}

/** @param {import('../lib/index.js').Figure} figure @param {Strings} strings @param {string} locale @returns {Row} */
function numberRow(figure, strings, locale) {
  const kind = strings.kinds[figure.kind];
  const comesTo = value(figure, strings, locale);
  const beside = [comesTo, figure.ambiguous ? fill(strings.open, { kind }) : kind];
  const said = figure.counted === null ? figure.text : `${figure.text} ${figure.counted.text}`;
  return { key: `number-${figure.id}`, layer: 'numbers', said, beside: beside.filter((b) => b !== '' && b !== figure.text), places: [figure] };
}

/** @param {import('../lib/index.js').Name} name @param {import('../lib/index.js').Mention[]} entities @param {Strings} strings @returns {Row} */
function nameRow({ id, name, type, role, mentions }, entities, strings) {
  const beside = [role, strings.types[type], fill(strings.mentions, { count: mentions.length })];
  const places = mentions.map((m) => entities[m]).filter((m) => m !== undefined);
  return { key: `name-${id}`, layer: 'entities', said: name, beside: beside.filter((b) => b !== null), places };
}
