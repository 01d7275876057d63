/**
 * What was found, as lists: quotes by speaker, numbers with values, names with mentions.
 *
 * @typedef {import('../lib/index.js').Analysis} Analysis
 * @typedef {import('../lib/index.js').Quote} Quote
 * @typedef {import('./layers.js').Layer} Layer
 */
import { element } from './dom.js';
import { value } from './format.js';
import { LAYERS, typeName } from './layers.js';

/** Rows that a list shows at first: a page of 30,000 rows takes longer to lay out than its text to read. */
const FIRST = 400;

/**
 * @param {Analysis} analysis
 * @param {ReadonlySet<Layer>} shown
 * @returns {DocumentFragment}
 */
export function lists(analysis, shown) {
  const all = document.createDocumentFragment();
  const builders = { quotes: quoteList, numbers: numberList, entities: nameList };
  for (const { layer, name } of LAYERS) {
    if (!shown.has(layer)) continue;
    const rows = builders[layer](analysis);
    const list = element('div', { class: 'rows' }, ...rows.slice(0, FIRST));
    const body = rows.length > 0 ? list : element('p', { class: 'none' }, 'None.');
    const section = element('section', { 'data-layer': layer, 'aria-label': name }, element('h2', {}, name), body);
    if (rows.length > FIRST) section.append(rest(list, rows.slice(FIRST)));
    all.append(section);
  }
  return all;
}

/** @param {HTMLElement} list @param {HTMLElement[]} rows */
function rest(list, rows) {
  const button = element('button', { type: 'button', class: 'quiet more' }, `Show ${rows.length} more`);
  button.addEventListener('click', () => {
    list.append(...rows);
    button.remove();
  });
  return button;
}

/** A row that jumps to items: the ids it stands for, in order of the text. @param {Layer} layer @param {number[]} ids @param {(Node | string)[]} children */
function row(layer, ids, ...children) {
  return element('button', { type: 'button', class: 'row', 'data-layer': layer, 'data-ids': ids.join(' ') }, ...children);
}

/** @param {Analysis} analysis */
function quoteList({ quotes, names }) {
  // A Map, as a speaker may be called "__proto__".
  /** @type {Map<string, Quote[]>} */
  const bySpeaker = new Map();
  const nameless = 'No speaker named';
  for (const quote of quotes) {
    const speaker = quote.speakerName ?? quote.speaker?.text ?? nameless;
    const group = bySpeaker.get(speaker);
    if (group === undefined) bySpeaker.set(speaker, [quote]);
    else group.push(quote);
  }
  const groups = [...bySpeaker].sort(([a], [b]) => Number(a === nameless) - Number(b === nameless));
  return groups.map(([speaker, said]) => {
    const role = said.map((q) => (q.speakerId === null ? null : names[q.speakerId]?.role)).find((r) => r);
    const heading = element('h3', {}, speaker);
    if (role) heading.append(' ', element('small', {}, role));
    heading.append(' ', element('span', { class: 'count' }, String(said.length)));
    return element('div', { class: 'group' }, heading, ...said.map(quoteRow));
  });
}

/** @param {Quote} quote */
function quoteRow(quote) {
  const words = element('span', { class: 'said' }, quote.kind === 'indirect' ? quote.text : `“${quote.text}”`);
  const as = quote.kind === 'direct' ? [] : [element('span', { class: 'tag' }, quote.kind === 'mixed' ? 'in part' : 'indirect')];
  return row('quotes', [quote.id], words, ...as);
}

/** @param {Analysis} analysis */
function numberList({ numbers }) {
  return numbers.map((n) => {
    const counted = n.counted === null ? [] : [' ', element('small', {}, n.counted.text)];
    return row(
      'numbers',
      [n.id],
      element('span', { class: 'written' }, n.text, ...counted),
      element('span', { class: 'value' }, value(n)),
      element('span', { class: 'tag' }, n.ambiguous ? `${n.kind}, open` : n.kind),
    );
  });
}

/** @param {Analysis} analysis */
function nameList({ names }) {
  return names
    .filter((n) => n.mentions.length > 0)
    .map((n) => {
      const role = n.role === null ? [] : [' ', element('small', {}, n.role)];
      const times = n.mentions.length === 1 ? 'mentioned once' : `mentioned ${n.mentions.length} times`;
      return row(
        'entities',
        n.mentions,
        element('span', { class: 'written' }, n.name, ...role),
        element('span', { class: 'count', title: times }, String(n.mentions.length)),
        element('span', { class: 'tag' }, typeName(n.type)),
      );
    });
}
