/** What an engine does for the first time takes it long, such as to find a face for a text: so it is done before somebody waits for it. */
import { drawn, element } from '../dom.js';
import { items, keyOf, LAYERS } from '../state/layers.js';
import { detail } from './detail.js';
import { nameEntries, numberEntries, quoteEntries } from './lists.js';
import { Leaf } from './paint.js';

/**
 * Reads a text that nobody sees, and draws it out of sight, unless there is already one.
 * @param {Store} store
 * @param {(text: string) => Promise<Analysis>} analyze
 * @param {HTMLElement} article whose type it is set in
 * @param {string} source
 */
export async function warm({ state }, analyze, article, source) {
  if (state.text !== '') return;
  const analysis = await analyze(source);
  // One may have come meanwhile.
  if (state.text !== '') return;
  const report = { source, analysis };
  const leaf = new Leaf();
  leaf.place.style.font = getComputedStyle(article).font;
  leaf.show({ ...report, start: 0, end: source.length }, items(analysis, state.shown));
  const rows = [quoteEntries, numberEntries, nameEntries].flatMap((list) => list(analysis).map((entry) => entry.make()));
  // Of one of each, and of a name that has several mentions; with their fields WebKit took longer to show the box.
  const name = analysis.names.find(({ mentions }) => mentions.length > 1);
  const selected = { quotes: analysis.quotes[0], numbers: analysis.numbers[0], entities: analysis.entities[name?.mentions[0] ?? 0] };
  const details = LAYERS.flatMap((layer) => (selected[layer] ? [detail(report, keyOf(layer, selected[layer]), [])] : []));
  const place = element('div', { class: 'unseen', inert: '' }, leaf.place, ...details, ...rows);
  document.body.append(place);
  await drawn();
  place.remove();
}
