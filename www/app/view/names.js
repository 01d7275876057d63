/**
 * Names by type, each with its role and how often it is mentioned.
 *
 * @typedef {import('../../lib/index.js').Analysis} Analysis
 * @typedef {import('../../lib/index.js').Name} Name
 */
import { element } from '../dom.js';
import { t, word } from '../messages/index.js';
import { keyOf, mentionsOf, NAME_TYPES } from '../state/layers.js';
import { counter, heading, row } from './rows.js';

/** @param {Analysis} analysis @returns {import('./rows.js').Entry[]} */
export function nameEntries(analysis) {
  /** @type {Map<string, Name[]>} */
  const byType = new Map(NAME_TYPES.map((type) => [type, []]));
  for (const name of analysis.names) if (name.mentions.length > 0) byType.get(name.type)?.push(name);
  return [...byType].flatMap(([type, names]) =>
    names.length === 0
      ? []
      : [
          heading(element('span', { class: 'who' }, word('nameTypes', type)), counter(names.length)),
          ...names.map((name) => {
            const mentions = mentionsOf(analysis, name);
            const keys = mentions.map((m) => keyOf('entities', m));
            return {
              keys,
              make: () => nameRow(name, keys),
              find: () => `${name.name} ${name.role ?? ''} ${word('nameType', type)} ${mentions.map((m) => m.text).join(' ')}`,
            };
          }),
        ],
  );
}

/** @param {Name} name @param {readonly import('../state/layers.js').Key[]} keys */
function nameRow({ name, role, mentions }, keys) {
  const about = role === null ? [] : [' ', element('small', {}, role)];
  const times = t('names.mentioned', { n: mentions.length });
  return row(keys, element('span', { class: 'written' }, name, ...about), element('span', { class: 'times' }, times));
}
