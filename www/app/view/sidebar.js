/** The lists beside the article: a tab each, searched, with the selected item's row open. */
import { drawn, element, SLICE } from '../dom.js';
import { t } from '../messages/index.js';
import { keyOf, placeIn, readKey } from '../state/layers.js';
import { isLong } from '../state/store.js';
import { counter, leads, searched } from './rows.js';

/** Rows that a list shows if it has no more, for thousands take long to lay out; and how many of a longer one at first. */
const [ROWS, FIRST] = [200, 20];

/**
 * @param {Store} store
 * @param {{ tabs: HTMLElement, panel: HTMLElement, search: HTMLInputElement }} places
 * @param {Map<Tab, (state: State) => Entry[]>} lists what each tab lists
 * @param {{ detail: (key: Key) => HTMLElement, go: (key: Key) => void, empty: (state: State) => Node[] }} hooks
 */
export function sidebar(store, { tabs, panel, search }, lists, { detail, go, empty }) {
  /** @type {Map<Tab, Entry[]>} */
  const cache = new Map();
  /** @type {Entry[]} */
  let entries = [];
  /** Which of them are made. @type {Place} */
  let made = { start: 0, end: 0 };
  /** How often it was filled, so that only the newest search goes on. */
  let turn = 0;
  /** The tab whose list it is. @type {Tab | undefined} */
  let filled;

  const buttons = [...lists.keys()].map((tab) => {
    const number = counter(0);
    const button = element('button', { type: 'button', role: 'tab', id: `tab-${tab}`, 'aria-controls': panel.id }, element('span', {}, t(`tab.${tab}`)), ...(tab === 'checks' ? [' ', number] : []));
    button.addEventListener('click', () => store.set({ tab }));
    tabs.append(button);
    return { tab, button, number };
  });
  tabs.addEventListener('keydown', (event) => {
    const at = buttons.findIndex(({ tab }) => tab === store.state.tab);
    const forward = getComputedStyle(tabs).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const to = { [forward]: at + 1, [forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft']: at - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : buttons.at(to % buttons.length);
    if (next === undefined) return;
    event.preventDefault();
    store.set({ tab: next.tab });
    next.button.focus();
  });
  search.addEventListener('input', () => store.set({ query: search.value }));

  /** What a tab lists, made when it is first asked for. @param {Tab} tab */
  function listed(tab) {
    let list = cache.get(tab);
    if (list === undefined) cache.set(tab, (list = lists.get(tab)?.(store.state) ?? []));
    return list;
  }

  async function fill() {
    const { state } = store;
    const mine = (turn += 1);
    const isNew = !cache.has(state.tab);
    const all = listed(state.tab);
    // To list a long text takes long, and so does to search it.
    if (isNew && isLong(state)) await drawn();
    if (mine !== turn) return;
    /** @type {Entry[]} */
    const found = [];
    const isSliced = state.query !== '' && isLong(state);
    let stop = performance.now() + SLICE;
    for (const entry of searched(all, state.query)) {
      if (entry !== undefined) found.push(entry);
      if (!isSliced || performance.now() < stop) continue;
      await drawn();
      if (mine !== turn) return;
      stop = performance.now() + SLICE;
    }
    entries = found;
    const hadFocus = panel.contains(document.activeElement);
    // A list that is only brought up to date stays where it was: by itself, unless what had the focus goes.
    const isSame = filled === state.tab;
    const scrollTop = isSame && hadFocus ? panel.scrollTop : 0;
    filled = state.tab;
    const start = isSame && state.selected !== null ? made.start : 0;
    put(start, start + Math.max(entries.length > ROWS ? FIRST : ROWS, isSame ? made.end - made.start : 0));
    if (entries.length === 0) panel.append(...(all.length > 0 ? [element('p', { class: 'none' }, t('search.none'))] : empty(state)));
    if (!isSame || hadFocus) panel.scrollTop = scrollTop;
    if (hadFocus) /** @type {HTMLElement} */ (panel.querySelector('.row.ring') ?? panel).focus({ preventScroll: true });
  }

  /** Makes the rows between two places, and buttons for those around them. @param {number} from @param {number} to */
  function put(from, to) {
    const { length } = entries;
    const [start, end] = [Math.max(0, length > ROWS ? Math.min(from, length - FIRST) : 0), Math.min(to, length)];
    made = { start, end };
    const rows = entries.slice(start, end).map((entry) => entry.make());
    panel.replaceChildren(...more(start, start - ROWS / 2, end, start), ...rows, ...more(length - end, start, end + ROWS / 2, end));
    mark();
    return rows;
  }

  /** A button for so many rows. @param {number} n @param {number} from @param {number} to @param {number} at where its reader goes on */
  function more(n, from, to, at) {
    const button = element('button', { type: 'button', class: 'quiet more' }, t('list.more', { n }));
    button.addEventListener('click', () => put(from, to).slice(at - made.start).find((row) => row.matches('.row'))?.focus());
    return n > 0 ? [button] : [];
  }

  /** Rings the selected item's row and opens it. */
  function mark() {
    for (const old of panel.querySelectorAll('.row.ring')) {
      old.classList.remove('ring');
      old.setAttribute('aria-expanded', 'false');
    }
    panel.querySelector('.detail')?.remove();
    const { selected } = store.state;
    const row = selected === null ? undefined : rowOf(selected);
    if (selected === null || row === undefined) return;
    row.classList.add('ring');
    row.setAttribute('aria-expanded', 'true');
    // A picture stays whole.
    (row.closest('figure') ?? row).after(detail(selected));
  }

  /** @param {Key} key @returns {HTMLElement | undefined} */
  function rowOf(key) {
    return /** @type {HTMLElement[]} */ ([...panel.querySelectorAll('.row')]).find((row) => placeIn(leads(row), key) !== -1);
  }

  panel.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const direct = readKey(/** @type {HTMLElement | null} */ (target?.closest('[data-go]'))?.dataset.go ?? '');
    if (direct !== null) return go(direct);
    const led = leads(target?.closest('.row'));
    const next = led?.places[(placeIn(led, store.state.selected) + 1) % led.places.length];
    if (led && next) go(keyOf(led.layer, next));
  });

  store.on(['report'], () => cache.clear());
  const show = () => {
    const { state } = store;
    if (search.value !== state.query) search.value = state.query;
    for (const { tab, button, number } of buttons) {
      button.setAttribute('aria-selected', String(tab === state.tab));
      button.tabIndex = tab === state.tab ? 0 : -1;
      if (tab === 'checks') number.textContent = String(listed('checks').filter(({ find }) => find !== undefined).length || '');
    }
    panel.setAttribute('aria-labelledby', `tab-${state.tab}`);
    void fill();
  };
  store.on(['query'], () => (filled = undefined));
  store.on(['tab', 'query', 'problem'], show);
  // Of a long text that is a task of its own.
  store.on(['report'], (state) => (isLong(state) ? setTimeout(show) : show()));
  show();
  store.on(['selected'], mark);

  return {
    element: panel,
    /** The row of an item, made if need be. @param {Key} key */
    reveal(key) {
      const at = entries.findIndex((entry) => placeIn(entry.leads?.(), key) !== -1);
      // One far away begins another stretch of the list.
      if (at > made.end + ROWS || (at >= 0 && at < made.start)) put(at - FIRST, at + FIRST);
      else if (at >= made.end) put(made.start, at + 1);
      return rowOf(key);
    },
  };
}
