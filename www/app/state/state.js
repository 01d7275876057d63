/**
 * What the page knows.
 *
 * @typedef {import('../../lib/index.js').Analysis} Analysis
 * @typedef {import('../../lib/index.js').House} House
 * @typedef {import('../edit/edits.js').Edit} Edit
 * @typedef {import('./layers.js').Key} Key
 * @typedef {import('./layers.js').Shown} Shown
 * @typedef {{ source: string, analysis: Analysis }} Report an analysis with the very text it is of: the two never part
 *
 * @typedef {object} State
 * @property {string} text what the writing box holds
 * @property {string} published day of publication, `YYYY-MM-DD` or ""
 * @property {House | undefined} house the newsroom's rules
 * @property {Report | null} reading what the desk found last
 * @property {Report | null} report the same with the user's corrections: what is shown and exported
 * @property {readonly Edit[]} edits corrections, in order
 * @property {readonly Edit[]} undone corrections taken back, the last one last
 * @property {boolean} isReading whether a newer text is being read
 * @property {string} problem why nothing can be found, or ""
 * @property {'write' | 'read'} view
 * @property {'quotes' | 'numbers' | 'entities' | 'checks' | 'glance'} tab
 * @property {ReadonlySet<Shown>} shown what is marked in the text
 * @property {boolean} onlyQuotes whether all but the quotes is dimmed
 * @property {string} query what is searched for
 * @property {Key | null} selected the item that is ringed
 * @property {ReadonlySet<string>} dismissed checks that were looked at
 */
import { SHOWN } from './layers.js';
import { createStore } from './store.js';

/** @typedef {ReturnType<typeof createState>} Store */

/** Characters of a text that takes long to lay out. */
export const LONG = 50_000;

export function createState() {
  /** @type {State} */
  const start = {
    text: '',
    published: '',
    house: undefined,
    reading: null,
    report: null,
    edits: [],
    undone: [],
    isReading: false,
    problem: '',
    view: 'write',
    tab: 'quotes',
    shown: new Set(SHOWN),
    onlyQuotes: false,
    query: '',
    selected: null,
    dismissed: new Set(),
  };
  return createStore(start);
}
