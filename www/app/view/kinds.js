/** The lists by kind: figures, each with what it comes to and what it counts; names, each with its role and how often it is mentioned. */
import { element } from '../dom.js';
import { t, word } from '../messages/index.js';
import { keyOf, mentionsOf, NAME_TYPES, NUMBER_KINDS } from '../state/layers.js';
import { value } from './format.js';
import { byKind, row } from './rows.js';

/** @param {Analysis} analysis */
export function numberEntries({ numbers }) {
  return byKind('numberKinds', NUMBER_KINDS, numbers, (n) => n.kind, (n) => {
    const keys = [keyOf('numbers', n)];
    return {
      keys,
      make: () => row(keys, written(n.text, n.counted?.text), element('span', { class: 'value' }, value(n), ...(n.ambiguous ? [' ', element('small', { class: 'open' }, t('numbers.open'))] : []))),
      find: () => `${n.text} ${value(n)} ${n.counted?.text ?? ''} ${word('numberKind', n.kind)}`,
    };
  });
}

/** @param {Analysis} analysis */
export function nameEntries(analysis) {
  const names = analysis.names.filter((n) => n.mentions.length > 0);
  return byKind('nameTypes', NAME_TYPES, names, (n) => n.type, (name) => {
    const mentions = mentionsOf(analysis, name);
    const keys = mentions.map((m) => keyOf('entities', m));
    return {
      keys,
      make: () => row(keys, written(name.name, name.role), element('span', { class: 'times' }, t('names.mentioned', { n: mentions.length }))),
      find: () => `${name.name} ${name.role ?? ''} ${word('nameType', name.type)} ${mentions.map((m) => m.text).join(' ')}`,
    };
  });
}

/** @param {string} text @param {string | null | undefined} about */
function written(text, about) {
  return element('span', { class: 'written' }, text, ...(about ? [' ', element('small', {}, about)] : []));
}
