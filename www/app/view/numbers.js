/**
 * Figures by kind, each with what it comes to and what it counts.
 *
 * @typedef {import('../../lib/index.js').Analysis} Analysis
 * @typedef {import('../../lib/index.js').Figure} Figure
 */
import { element } from '../dom.js';
import { t, word } from '../messages/index.js';
import { keyOf, NUMBER_KINDS } from '../state/layers.js';
import { value } from './format.js';
import { counter, heading, row } from './rows.js';

/** @param {Analysis} analysis @returns {import('./rows.js').Entry[]} */
export function numberEntries({ numbers }) {
  /** @type {Map<string, Figure[]>} */
  const byKind = new Map(NUMBER_KINDS.map((kind) => [kind, []]));
  for (const n of numbers) byKind.get(n.kind)?.push(n);
  return [...byKind].flatMap(([kind, figures]) =>
    figures.length === 0
      ? []
      : [
          heading(element('span', { class: 'who' }, word('numberKinds', kind)), counter(figures.length)),
          ...figures.map((n) => ({
            keys: [keyOf('numbers', n)],
            make: () => numberRow(n),
            find: () => `${n.text} ${value(n)} ${n.counted?.text ?? ''} ${word('numberKind', kind)}`,
          })),
        ],
  );
}

/** @param {Figure} figure */
function numberRow(figure) {
  const counted = figure.counted === null ? [] : [' ', element('small', {}, figure.counted.text)];
  const open = figure.ambiguous ? [' ', element('small', { class: 'open' }, t('numbers.open'))] : [];
  return row(
    [keyOf('numbers', figure)],
    element('span', { class: 'written' }, figure.text, ...counted),
    element('span', { class: 'value' }, value(figure), ...open),
  );
}
