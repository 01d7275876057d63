/** Pictures: who speaks how much, and when things happened. Each bar and each date leads to its place. */
import { drawing, element } from '../dom.js';
import { t } from '../messages/index.js';
import { keyOf } from '../state/layers.js';
import { speakers } from './quotes.js';
import { heading, row } from './rows.js';
import { timelineEntries } from './timeline.js';

/** More bars than this are no picture. */
const BARS = 12;

/** @param {Analysis} analysis @returns {Entry[]} */
export function glanceEntries(analysis) {
  const said = shares(analysis);
  return [
    ...(said.length === 0 ? [] : [heading(element('span', { class: 'who' }, t('glance.words')))]),
    ...said.slice(0, BARS),
    ...timelineEntries(analysis.numbers),
  ];
}

/** A bar a speaker: words within quotation marks. @param {Analysis} analysis */
function shares(analysis) {
  const all = speakers(analysis)
    .map(({ speaker, said }) => {
      const quoted = said.flat().filter((q) => q.kind !== 'indirect');
      return { name: speaker ?? t('quotes.nobody'), words: quoted.reduce((sum, q) => sum + words(q.text), 0), quoted };
    })
    .filter(({ words }) => words > 0)
    .sort((a, b) => b.words - a.words);
  const most = all[0]?.words ?? 1;
  return all.map(({ name, words, quoted }) => {
    const keys = quoted.map((q) => keyOf('quotes', q));
    const make = () =>
      row(
        keys,
        element('span', { class: 'written' }, name),
        drawing('svg', { class: 'bar-of', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, drawing('rect', { width: (100 * words) / most, height: 8 })),
        element('span', { class: 'times' }, t('glance.wordCount', { n: words })),
      );
    return { keys, make, find: () => name };
  });
}

/** @param {string} text */
function words(text) {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}
