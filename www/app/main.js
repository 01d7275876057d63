/** The page: text in, marks and lists out, live. */
import { version } from '../lib/version.js';
import { samples } from '../samples/index.js';
import { byId, element } from './dom.js';
import { drafts } from './draft.js';
import { localize, t } from './messages/index.js';
import { offline } from './offline.js';
import { reader } from './read/reader.js';
import { createState } from './state/state.js';
import { articleView } from './view/article.js';
import { detail } from './view/detail.js';
import { glanceEntries } from './view/glance.js';
import { legend } from './view/legend.js';
import { nameEntries } from './view/names.js';
import { numberEntries } from './view/numbers.js';
import { quoteEntries } from './view/quotes.js';
import { ring } from './view/ring.js';
import { sidebar } from './view/sidebar.js';
import { status } from './view/status.js';
import { writing } from './view/writing.js';

localize(document);
const store = createState();
const article = byId('article', HTMLElement);
const told = status(store, byId('status', HTMLElement), byId('progress', HTMLProgressElement));
const box = writing(store);

store.on(['reading'], ({ reading }) => store.set({ report: reading }));
articleView(store, article, told.progress);
legend(store, byId('legend', HTMLElement));

/** @typedef {(analysis: import('../lib/index.js').Analysis) => import('./view/rows.js').Entry[]} List */
const of = (/** @type {List} */ list) => (/** @type {Readonly<import('./state/state.js').State>} */ { report }) => (report === null ? [] : list(report.analysis));
const lists = sidebar(
  store,
  { tabs: byId('tabs', HTMLElement), panel: byId('lists', HTMLElement), search: byId('search', HTMLInputElement) },
  new Map([
    ['quotes', of(quoteEntries)],
    ['numbers', of(numberEntries)],
    ['entities', of(nameEntries)],
    ['glance', of(glanceEntries)],
  ]),
  {
    detail: (key) => (store.state.report === null ? element('div') : detail(store.state.report, key, [])),
    go: (key) => rings.go(key),
    empty: ({ problem, report }) => [
      element('p', { class: 'none' }, problem !== '' ? t('problem', { problem }) : t(report === null || report.source.trim() === '' ? 'list.blank' : 'list.none')),
    ],
  },
);
const rings = ring(store, article, lists);

for (const sample of samples) {
  const button = element('button', { type: 'button', class: 'link' }, sample.title);
  button.addEventListener('click', () => box.open(sample.text));
  byId('samples', HTMLElement).append(' ', button);
}
byId('version', HTMLElement).textContent = t('app.version', { version });
const draft = drafts(store, byId('drafts', HTMLInputElement), ({ text, published }) => {
  byId('published', HTMLInputElement).value = published;
  store.set({ published });
  box.open(text);
});
offline(byId('update', HTMLElement), draft.handOver);
reader(store).catch((error) => store.set({ problem: error instanceof Error ? error.message : String(error) }));
