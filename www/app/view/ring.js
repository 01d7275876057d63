/** One item is selected at a time, ringed in the text and in the list. Either side leads to the other, and so does the address. */
import { drawn } from '../dom.js';
import { find, items, keyOf, keyText, readKey, same } from '../state/layers.js';
import { isLong } from '../state/store.js';

/**
 * @param {Store} store
 * @param {HTMLElement} article
 * @param {(place: Place) => HTMLElement | undefined} reveal paints where that begins in the article, and gives the leaf
 * @param {{ reveal: (key: Key) => HTMLElement | undefined, element: HTMLElement }} list
 */
export function ring(store, article, reveal, list) {
  const marksOf = (/** @type {Key} */ { layer, start, end }) =>
    /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll(`mark[data-layer="${layer}"][data-start="${start}"][data-end="${end}"]`));

  function show() {
    for (const old of article.querySelectorAll('mark.ring')) {
      old.classList.remove('ring');
      old.removeAttribute('aria-current');
    }
    const { selected } = store.state;
    if (selected === null) return;
    for (const mark of marksOf(selected)) {
      mark.classList.add('ring');
      mark.setAttribute('aria-current', 'true');
    }
  }

  /**
   * Selects an item and, once that is drawn, which of a long text takes some frames, shows where it is; unless another is selected by then.
   * The focus stays with who has moved it meanwhile.
   * @param {Key} selected
   * @param {Partial<State>} more
   * @param {() => HTMLElement | undefined} shown
   * @param {boolean} focus
   * @param {() => void} [near] leads near it, a frame before
   */
  async function select(selected, more, shown, focus, near) {
    store.set({ selected, ...more });
    const { activeElement } = document;
    const isOther = () => selected !== store.state.selected;
    if (isLong(store.state)) await drawn();
    if (isOther()) return;
    if (near && isLong(store.state)) {
      near();
      await drawn();
      if (isOther()) return;
    }
    const place = shown();
    if (focus && [activeElement, document.body].includes(document.activeElement)) place?.focus({ preventScroll: true });
    scrollTo(place);
  }

  /** Selects an item and shows it in the text. @param {Key} key @param {boolean} focus */
  function toArticle(key, focus) {
    const shown = () => {
      reveal(key);
      return marksOf(key)[0];
    };
    // About where it is: told by how long its leaf is, for what is in that may not be laid out yet.
    const near = () => {
      const leaf = reveal(key) ?? article;
      const { top, height } = leaf.getBoundingClientRect();
      const down = top + (height * (key.start - Number(leaf.dataset.start))) / (leaf.textContent?.length || 1) - innerHeight / 2;
      if (Math.abs(down) > 2 * innerHeight) article.scrollTop += down;
    };
    void select(key, { view: 'read' }, shown, focus, near);
  }

  /** Selects an item and shows it in its list. @param {Key} key @param {boolean} focus */
  function toList(key, focus) {
    void select(key, { tab: key.layer, query: '' }, () => list.reveal(key), focus);
  }

  article.addEventListener('click', (event) => {
    // A drag over the text selects words.
    if (getSelection()?.isCollapsed === false) return;
    const under = marksUnder(event.target);
    if (under.length === 0) return store.set({ selected: null });
    // The innermost first; a click on what is selected goes one further out.
    const at = under.findIndex((key) => same(key, store.state.selected));
    const key = /** @type {Key} */ (under[(at + 1) % under.length]);
    address(key);
    toList(key, false);
  });

  article.addEventListener('keydown', (event) => {
    const { selected } = store.state;
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0 && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      const { report, shown } = store.state;
      const all = report === null ? [] : items(report.analysis, shown);
      if (all.length === 0) return;
      event.preventDefault();
      const at = all.findIndex((item) => same(item, selected));
      const forward = getComputedStyle(article).direction === 'rtl' ? -step : step;
      const next = all[at === -1 && forward === -1 ? all.length - 1 : (at + forward + all.length) % all.length];
      toArticle(keyOf(/** @type {Key} */ (next).layer, /** @type {Key} */ (next)), true);
    } else if (event.key === 'Enter' && selected !== null) {
      event.preventDefault();
      address(selected);
      toList(selected, true);
    } else if (event.key === 'Escape') {
      store.set({ selected: null });
      article.focus({ preventScroll: true });
    }
  });

  /** What the address asks for, once there is a text. */
  function follow() {
    const key = readKey(location.hash.slice(1));
    const { report } = store.state;
    if (key === null || report === null || find(report.analysis, key) === undefined) return;
    toArticle(key, true);
    list.reveal(key);
  }
  addEventListener('popstate', follow);

  store.on(['selected'], show);
  article.addEventListener('leaf', show);
  // A visit may begin with a draft and the address of something in it.
  let isArrived = false;
  article.addEventListener('painted', () => {
    show();
    if (isArrived || !store.state.report?.source) return;
    isArrived = true;
    follow();
  });
  return {
    /** From a list to the text, by the item's address. @param {Key} key */
    go(key) {
      address(key);
      toArticle(key, true);
    },
  };
}

/** Gives the item an entry in the browser's history, so that the back button leads to the one before. @param {Key} key */
function address(key) {
  const hash = `#${keyText(key)}`;
  if (location.hash !== hash) history.pushState(null, '', hash);
}

/** The items around a place, from the inside out. @param {EventTarget | null} target @returns {Key[]} */
function marksUnder(target) {
  /** @type {Key[]} */
  const keys = [];
  let mark = target instanceof Element ? target.closest('mark') : null;
  while (mark !== null) {
    keys.push(keyAt(/** @type {HTMLElement} */ (mark)));
    mark = mark.parentElement?.closest('mark') ?? null;
  }
  return keys;
}

/** @param {HTMLElement} mark @returns {Key} */
function keyAt({ dataset }) {
  return { layer: /** @type {Layer} */ (dataset.layer), start: Number(dataset.start), end: Number(dataset.end) };
}

/** Moves there where that shows how the places lie to each other. @param {Element | null | undefined} element */
function scrollTo(element) {
  if (!element) return;
  const { top, height } = element.getBoundingClientRect();
  const calm = Math.abs(top) > innerHeight || matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: height > innerHeight / 2 ? 'start' : 'center', inline: 'nearest', behavior: calm ? 'auto' : 'smooth' });
  const sheet = element.closest('#article');
  if (sheet === null || !calm) return;
  // Leaves that come into sight get their own height, which may push the place out of it. WebKit may draw no other frame then.
  let [at, looks] = [sheet.scrollTop, 50];
  const timer = setInterval(() => {
    if (sheet.scrollTop !== at || (looks -= 1) < 0) return clearInterval(timer);
    const { top, height } = sheet.getBoundingClientRect();
    const down = element.getBoundingClientRect().top - top;
    if (down < 0 || down > height) sheet.scrollTop += down - height / 2;
    at = sheet.scrollTop;
  }, 20);
}
