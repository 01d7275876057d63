/**
 * One item is selected at a time, ringed in the text and in the list. Either side leads to the other.
 *
 * @typedef {import('./layers.js').Layer} Layer
 * @typedef {{ layer: string, id: number }} Key
 */

/**
 * @param {HTMLElement} article
 * @param {HTMLElement} lists
 * @param {() => void} showArticle
 */
export function selection(article, lists, showArticle) {
  /** @type {Key | undefined} */
  let current;

  const marksOf = (/** @type {Key} */ { layer, id }) =>
    /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll(`mark[data-layer="${layer}"][data-id="${id}"]`));
  const rowOf = (/** @type {Key} */ { layer, id }) =>
    /** @type {HTMLElement | null} */ (lists.querySelector(`.row[data-layer="${layer}"][data-ids~="${id}"]`));

  /** Rings an item in both places, or nothing. @param {Key | undefined} key */
  function ring(key) {
    for (const old of document.querySelectorAll('.ring')) {
      old.classList.remove('ring');
      old.removeAttribute('aria-current');
    }
    current = key;
    if (key === undefined) return;
    const row = rowOf(key);
    for (const ringed of [...marksOf(key), row]) {
      ringed?.classList.add('ring');
      ringed?.setAttribute('aria-current', 'true');
    }
  }

  /** @param {Key} key @param {boolean} focus */
  function toArticle(key, focus) {
    showArticle();
    ring(key);
    const mark = marksOf(key)[0];
    if (focus) mark?.focus({ preventScroll: true });
    scrollTo(mark);
  }

  /** @param {Key} key @param {boolean} focus */
  function toList(key, focus) {
    ring(key);
    let row = rowOf(key);
    if (row === null) {
      // It is among the rows that aren't shown yet.
      const more = /** @type {HTMLElement | null} */ (lists.querySelector(`section[data-layer="${key.layer}"] .more`));
      more?.click();
      ring(key);
      row = rowOf(key);
    }
    if (focus) row?.focus({ preventScroll: true });
    scrollTo(row);
  }

  article.addEventListener('click', (event) => {
    // A drag over the text selects words to copy.
    if (getSelection()?.isCollapsed === false) return;
    const under = marksUnder(event.target);
    if (under.length === 0) return ring(undefined);
    // The innermost first; a click on what is selected goes one further out.
    const at = under.findIndex((m) => same(keyOf(m), current));
    toList(keyOf(/** @type {HTMLElement} */ (under[(at + 1) % under.length])), false);
  });

  article.addEventListener('keydown', (event) => {
    const marks = /** @type {HTMLElement[]} */ ([...article.querySelectorAll('mark[data-label]')]);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0 && marks.length > 0 && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      const at = marks.findIndex((m) => same(keyOf(m), current));
      const next = at === -1 && step === -1 ? marks.length - 1 : (at + step + marks.length) % marks.length;
      toArticle(keyOf(/** @type {HTMLElement} */ (marks[next])), true);
    } else if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      toList(current, true);
    } else if (event.key === 'Escape') {
      ring(undefined);
      article.focus({ preventScroll: true });
    }
  });

  lists.addEventListener('click', (event) => {
    const row = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest('.row')) : null;
    if (row === null) return;
    const layer = row.dataset.layer ?? '';
    const ids = (row.dataset.ids ?? '').split(' ').map(Number);
    // A name's further clicks go through its mentions.
    const at = current?.layer === layer ? ids.indexOf(current.id) : -1;
    toArticle({ layer, id: /** @type {number} */ (ids[(at + 1) % ids.length]) }, true);
  });

  return { clear: () => ring(undefined) };
}

/** The marks around a place, from the inside out. @param {EventTarget | null} target */
function marksUnder(target) {
  /** @type {HTMLElement[]} */
  const marks = [];
  let mark = target instanceof Element ? target.closest('mark') : null;
  while (mark !== null) {
    marks.push(/** @type {HTMLElement} */ (mark));
    mark = mark.parentElement?.closest('mark') ?? null;
  }
  return marks;
}

/** @param {HTMLElement} mark @returns {Key} */
function keyOf(mark) {
  return { layer: mark.dataset.layer ?? '', id: Number(mark.dataset.id) };
}

/** @param {Key} a @param {Key | undefined} b */
function same(a, b) {
  return a.layer === b?.layer && a.id === b.id;
}

/** @param {Element | null | undefined} element */
function scrollTo(element) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'auto' : 'smooth' });
}
