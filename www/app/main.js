/** The page: text in, marks and lists out, live. This file only joins the parts. */
import { version } from '../lib/version.js';
import { samples } from '../samples/index.js';
import { byId, element } from './dom.js';
import { drafts } from './draft.js';
import { actions } from './edit/actions.js';
import { adder } from './edit/adder.js';
import { history } from './edit/history.js';
import { files } from './in/files.js';
import { localize, t } from './messages/index.js';
import { offline } from './offline.js';
import { copyKeys, copyQuote } from './out/copy.js';
import { exportMenu } from './out/files.js';
import { articleIn, share } from './out/share.js';
import { reader } from './read/reader.js';
import { createStore, LONG } from './state/store.js';
import { articleView } from './view/article.js';
import { checkClicks, checkEntries } from './view/checks.js';
import { detail } from './view/detail.js';
import { glanceEntries } from './view/glance.js';
import { house } from './view/house.js';
import { legend } from './view/legend.js';
import { nameEntries, numberEntries, quoteEntries } from './view/lists.js';
import { placeRead, pointAt } from './view/place.js';
import { ring } from './view/ring.js';
import { sidebar } from './view/sidebar.js';
import { status } from './view/status.js';
import { warm } from './view/warm.js';
import { writing } from './view/writing.js';

localize(document);
const store = createStore();
const article = byId('article', HTMLElement);
const told = status(store, byId('status', HTMLElement), byId('progress', HTMLProgressElement), byId('toast', HTMLElement));
const box = writing(store);
const steps = history(store, { undo: byId('undo', HTMLButtonElement), redo: byId('redo', HTMLButtonElement) }, box, told.say);

// What is hidden is known before there is anything to show.
legend(store, byId('legend', HTMLElement));
const reveal = articleView(store, article, told.progress);

const panel = byId('lists', HTMLElement);
const of = (/** @type {(analysis: Analysis, report: Corrected) => Entry[]} */ list) => (/** @type {State} */ { report }) => (report === null ? [] : list(report.analysis, report));
const lists = sidebar(
  store,
  { tabs: byId('tabs', HTMLElement), panel, search: byId('search', HTMLInputElement) },
  new Map([
    ['quotes', of(quoteEntries)],
    ['numbers', of(numberEntries)],
    ['entities', of(nameEntries)],
    ['checks', of(checkEntries)],
    ['glance', of(glanceEntries)],
  ]),
  {
    detail(key) {
      const { report } = store.state;
      return report === null ? element('div') : detail(report, key, actions(report, key, { edit: steps.edit, copy }));
    },
    go: (key) => rings.go(key),
    empty: ({ problem, report, tab }) => [
      element('p', { class: 'none' }, problem !== '' ? t('problem', { problem }) : t(report === null || report.source.trim() === '' ? 'list.blank' : tab === 'checks' ? 'checks.none' : 'list.none')),
    ],
  },
);
const rings = ring(store, article, reveal, lists);
checkClicks(store, panel, {
  go: rings.go,
  show(place) {
    store.set({ view: 'read', selected: null });
    reveal(place);
    article.focus({ preventScroll: true });
    pointAt(article, place);
    getSelection()?.focusNode?.parentElement?.scrollIntoView({ block: 'center' });
  },
});

/** @param {Key} key */
async function copy(key) {
  const { report } = store.state;
  try {
    if (report !== null) await copyQuote(report.analysis, key);
    told.say(t('copy.done'));
  } catch {
    told.say(t('copy.refused'));
  }
}

copyKeys(store, () => told.say(t('copy.done')));
exportMenu(store, byId('export', HTMLDetailsElement), told.progress);
share(store, byId('share', HTMLElement));
house(store, byId('house', HTMLElement), steps.change);
byId('print', HTMLElement).addEventListener('click', () => {
  store.set({ view: 'read' });
  print();
});
files(steps, box, { complain: told.say, progress: told.progress, button: byId('open', HTMLElement), input: byId('file', HTMLInputElement) });
for (const sample of samples) {
  const button = element('button', { type: 'button', class: 'link' }, sample.title);
  button.addEventListener('click', () => steps.open(sample.text));
  byId('samples', HTMLElement).append(button);
}
const day = byId('published', HTMLInputElement);
/** A day that is typed is one step, though each key makes another day of it. @type {Step | undefined} */
let typed;
day.addEventListener('change', () => (typed = steps.change({ published: day.value }, typed)));
day.addEventListener('blur', () => (typed = undefined));
byId('version', HTMLElement).textContent = t('app.version', { version });

byId('write', HTMLElement).addEventListener('click', () => {
  const at = placeRead(article, store.state.text.length > LONG);
  if (at !== null) steps.turn(at);
  store.set({ view: 'write' });
  box.box.focus();
});
const turn = (/** @type {(part: Place) => number} */ to) => () => {
  steps.turn(to(box.part()));
  // Only a box that gets the focus anew shows where its caret is.
  box.box.focus();
};
byId('before', HTMLElement).addEventListener('click', turn(({ start }) => start - 1));
byId('after', HTMLElement).addEventListener('click', turn(({ end }) => end + 1));

byId('clear', HTMLElement).addEventListener('click', () => {
  steps.open('');
  box.box.focus();
});

const draft = await drafts(store, byId('drafts', HTMLInputElement), steps);
/** The article of an address, which then leaves the address: it is the user's to give away again, not the history's. */
function follow() {
  try {
    const shared = articleIn(location.hash);
    if (shared === null) return;
    steps.open(shared.text, shared);
    told.say(t('share.opened'));
  } catch {
    told.say(t('share.broken'));
  }
  globalThis.history.replaceState(null, '', location.pathname + location.search);
}
follow();
addEventListener('hashchange', follow);
offline(byId('update', HTMLElement), draft.handOver);

reader(store).then(
  (desk) => {
    const figure = async (/** @type {string} */ text) => {
      const { numbers } = await desk.analyze(text);
      return numbers.find((n) => n.start === 0 && n.end === text.length) ?? (numbers.length === 1 ? numbers[0] : undefined);
    };
    adder(store, byId('adder', HTMLElement), article, box, { edit: steps.edit, figure });
    // What goes wrong there goes wrong again where somebody is told.
    warm(store, desk.analyze.bind(desk), article, samples[0]?.text ?? '').catch(() => {});
  },
  (error) => store.set({ problem: error instanceof Error ? error.message : String(error) }),
);
