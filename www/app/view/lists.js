/** The lists of what was found. */
import { element } from '../dom.js';
import { t, word } from '../messages/index.js';
import { chains, keysOf, mentionsOf, NAME_TYPES, NUMBER_KINDS } from '../state/layers.js';
import { value } from './format.js';
import { byKind, counter, heading, row } from './rows.js';

/** Quotes by speaker, those of nobody last. @param {Analysis} analysis @returns {Entry[]} */
export function quoteEntries(analysis) {
  return speakers(analysis).flatMap(({ speaker, role, said }) => {
    const name = speaker ?? t('quotes.nobody');
    const about = role === null ? [] : [element('small', {}, role)];
    const title = heading(
      element('span', { class: 'initials', 'aria-hidden': 'true' }, speaker === null ? '?' : initials(speaker)),
      element('span', { class: 'who' }, element('span', {}, name), ...about),
      counter(said.length),
    );
    return [
      title,
      ...said.map((chain) => ({
        keys: () => keysOf('quotes', chain),
        make: () => quoteRow(chain),
        find: () => `${name} ${role ?? ''} ${chain.map((q) => q.text).join(' ')}`,
      })),
    ];
  });
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

/** @param {readonly Quote[]} chain */
function quoteRow(chain) {
  const [{ kind }] = /** @type {[Quote]} */ (chain);
  const said = element('span', { class: 'said' }, inMarks(chain));
  const tag = kind === 'direct' ? [] : [element('span', { class: 'tag' }, word('quoteTag', kind))];
  return row(keysOf('quotes', chain), said, ...tag);
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
  return byKind('numberKinds', NUMBER_KINDS, numbers, (n) => n.kind, (n) => {
    const keys = () => keysOf('numbers', [n]);
    return {
      keys,
      make: () => row(keys(), written(n.text, n.counted?.text), element('span', { class: 'value' }, value(n), ...(n.ambiguous ? [' ', element('small', { class: 'open' }, t('numbers.open'))] : []))),
      find: () => `${n.text} ${value(n)} ${n.counted?.text ?? ''} ${word('numberKind', n.kind)}`,
    };
  });
}

/** Names by kind, each with its role and how often it is mentioned. @param {Analysis} analysis */
export function nameEntries(analysis) {
  const names = analysis.names.filter((n) => n.mentions.length > 0);
  return byKind('nameTypes', NAME_TYPES, names, (n) => n.type, (name) => {
    const keys = () => keysOf('entities', mentionsOf(analysis, name));
    return {
      keys,
      make: () => row(keys(), written(name.name, name.role), element('span', { class: 'times' }, t('names.mentioned', { n: name.mentions.length }))),
      find: () => `${name.name} ${name.role ?? ''} ${word('nameType', name.type)} ${mentionsOf(analysis, name).map((m) => m.text).join(' ')}`,
    };
  });
}

/** @param {string} text @param {string | null | undefined} about */
function written(text, about) {
  return element('span', { class: 'written' }, text, ...(about ? [' ', element('small', {}, about)] : []));
}
