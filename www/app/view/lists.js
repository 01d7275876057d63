/** The lists of what was found. */
import { element } from '../dom.js';
import { t, word } from '../messages/index.js';
import { chains, mentionsOf, NAME_TYPES, NUMBER_KINDS } from '../state/layers.js';
import { value } from './format.js';
import { byKind, counter, heading, row } from './rows.js';

/** Characters of a row: a quote may be as long as the text. */
const LONGEST = 5000;

/** Quotes by speaker, those of nobody last. @param {Analysis} analysis @returns {Entry[]} */
export function quoteEntries(analysis) {
  return speakers(analysis).flatMap((group) => [speakerHeading(group), ...group.said.map((chain) => new Saying(group, chain))]);
}

/** @param {Group} group */
function speakerHeading({ speaker, role, said }) {
  return heading(
    element('span', { class: 'initials', 'aria-hidden': 'true' }, speaker === null ? '?' : initials(speaker)),
    element('span', { class: 'who' }, element('span', {}, speaker ?? t('quotes.nobody')), ...(role === null ? [] : [element('small', {}, role)])),
    counter(said.length),
  );
}

// A long text has thousands of entries of these kinds, so each holds what it is of and no more.

class Saying {
  /** @param {Group} group @param {Quote[]} chain */
  constructor(group, chain) {
    this.group = group;
    this.chain = chain;
  }

  /** @returns {Led} */
  leads() {
    return { layer: 'quotes', places: this.chain };
  }

  make() {
    const [{ kind }] = /** @type {[Quote]} */ (this.chain);
    const text = inMarks(this.chain);
    const said = element('span', { class: 'said' }, text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text);
    return row(this.leads(), said, ...(kind === 'direct' ? [] : [element('span', { class: 'tag' }, word('quoteTag', kind))]));
  }

  find() {
    const { speaker, role } = this.group;
    return `${speaker ?? t('quotes.nobody')} ${role ?? ''} ${this.chain.map((q) => q.text).join(' ')}`;
  }
}

/** @param {Analysis} analysis @returns {Group[]} */
export function speakers({ quotes, names }) {
  // A Map, as a speaker may be called "__proto__".
  /** @type {Map<string | null, Group>} */
  const groups = new Map();
  for (const chain of chains(quotes)) {
    const [first] = /** @type {[Quote]} */ (chain);
    const speaker = first.speakerName ?? first.speaker?.text ?? null;
    let group = groups.get(speaker);
    if (group === undefined) groups.set(speaker, (group = { speaker, role: null, said: [] }));
    group.role ??= first.speakerId === null ? null : (names[first.speakerId]?.role ?? null);
    group.said.push(chain);
  }
  return [...groups.values()].sort((a, b) => Number(a.speaker === null) - Number(b.speaker === null));
}

/** What was said, in quotation marks if it was quoted. @param {readonly Quote[]} chain */
export function inMarks(chain) {
  const text = chain.map((q) => q.text.trim()).join('\n');
  return chain[0]?.kind === 'indirect' ? text : t('quotes.inMarks', { text });
}

/** "MO" for Maren Oduya. @param {string} name */
function initials(name) {
  const words = name.split(/[\s-]+/).filter((w) => /^\p{L}/u.test(w));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((w) => (w === undefined ? '' : [...w][0]));
  return letters.join('').toUpperCase();
}

/** Figures by kind, each with what it comes to and what it counts. @param {Analysis} analysis */
export function numberEntries({ numbers }) {
  return byKind('numberKinds', NUMBER_KINDS, numbers, (n) => n.kind, (n) => new Numeral(n));
}

class Numeral {
  /** @param {Figure} figure */
  constructor(figure) {
    this.figure = figure;
  }

  /** @returns {Led} */
  leads() {
    return { layer: 'numbers', places: [this.figure] };
  }

  make() {
    const { text, counted, ambiguous } = this.figure;
    const open = ambiguous ? [' ', element('small', { class: 'open' }, t('numbers.open'))] : [];
    return row(this.leads(), written(text, counted?.text), element('span', { class: 'value' }, value(this.figure), ...open));
  }

  find() {
    const { text, counted, kind } = this.figure;
    return `${text} ${value(this.figure)} ${counted?.text ?? ''} ${word('numberKind', kind)}`;
  }
}

/** Names by kind, each with its role and how often it is mentioned. @param {Analysis} analysis */
export function nameEntries(analysis) {
  const names = analysis.names.filter((n) => n.mentions.length > 0);
  return byKind('nameTypes', NAME_TYPES, names, (n) => n.type, (name) => {
    const places = () => mentionsOf(analysis, name);
    const leads = () => /** @type {Led} */ ({ layer: 'entities', places: places() });
    return {
      leads,
      make: () => row(leads(), written(name.name, name.role), element('span', { class: 'times' }, t('names.mentioned', { n: name.mentions.length }))),
      find: () => `${name.name} ${name.role ?? ''} ${word('nameType', name.type)} ${places().map((m) => m.text).join(' ')}`,
    };
  });
}

/** @param {string} text @param {string | null | undefined} about */
function written(text, about) {
  return element('span', { class: 'written' }, text, ...(about ? [' ', element('small', {}, about)] : []));
}
