/**
 * The article with its items marked. A leaf is painted again only when something in it has changed; of a long text only what is near
 * the window is painted at all, and no stretch of the work takes so long that the page would not answer.
 */
import { drawn, SLICE } from '../dom.js';
import { items } from '../state/layers.js';
import { isLong } from '../state/store.js';
import { Leaf } from './paint.js';
import { cut, pointAt, selectedIn } from './place.js';

/** How many paragraphs or characters a leaf has. */
const [MANY, FULL] = [40, 4000];

/**
 * @param {Store} store
 * @param {HTMLElement} article
 * @param {Progress} progress told what part of the text is shown, 0 to 1
 */
export function articleView(store, article, progress) {
  /** @type {Map<Element, Leaf>} */
  const leaves = new Map();
  let turn = 0;
  // On paper all is seen.
  let isPrinted = false;
  const isWanted = (/** @type {Leaf} */ leaf) => leaf.isNear || isPrinted || !isLong(store.state);

  const sight = new IntersectionObserver(
    async (entries) => {
      // An article that gives way to the writing box stays as it was.
      if (!article.checkVisibility({ visibilityProperty: true })) return;
      for (const { target, isIntersecting } of entries) {
        const leaf = leaves.get(target);
        if (leaf !== undefined) leaf.isNear = isIntersecting;
      }
      for (const { target } of entries) {
        const leaf = leaves.get(target);
        if (leaf === undefined || isWanted(leaf) === (leaf.items !== null)) continue;
        // Its marks take a frame of their own.
        if (isWanted(leaf)) await drawn();
        paint(leaf);
      }
    },
    { root: article, rootMargin: '100% 0px' },
  );

  /** Paints a leaf that is to be seen, and leaves what is selected there selected. @param {Leaf} leaf @param {boolean} isSeen */
  function paint(leaf, isSeen = isWanted(leaf)) {
    const { anchorNode, focusNode } = /** @type {Selection} */ (getSelection());
    const isHeld = [document.activeElement, anchorNode, focusNode].some((node) => leaf.place.contains(node));
    // It isn't taken from under its reader.
    if (isHeld && !isSeen) return;
    const selected = isHeld ? selectedIn(article) : null;
    give(leaf, leaf.shown, isSeen);
    if (selected !== null) pointAt(article, selected);
    article.dispatchEvent(new CustomEvent('leaf'));
  }

  /** @param {Leaf} leaf @param {Part} part @param {boolean} isPainted */
  function give(leaf, part, isPainted) {
    return leaf.show(part, isPainted ? items(part.analysis, store.state.shown, part) : null);
  }

  async function show() {
    const mine = (turn += 1);
    const { report } = store.state;
    article.setAttribute('aria-busy', 'true');
    let stop = performance.now() + SLICE;
    const isOver = () => performance.now() >= stop;
    /** Whether to go on after the next frame. @param {number} done */
    const goesOn = async (done) => {
      progress(done);
      await drawn();
      stop = performance.now() + SLICE;
      return mine === turn;
    };
    // The lists of a long text take a frame of their own.
    if (isLong(store.state) && !(await goesOn(0))) return;
    let place = article.firstElementChild;
    if (report !== null) {
      const { length } = report.source;
      for (const part of parts(report)) {
        const leaf = (place && leaves.get(place)) ?? added();
        const isNew = give(leaf, part, isWanted(leaf));
        place = leaf.place.nextElementSibling;
        // What of a long text is seen, as its beginning is at first, is laid out at once, the most of it never: it takes a frame of its own.
        const isHeavy = isNew && isLong(store.state) && (part.start === 0 || leaf.isNear);
        if ((isOver() || isHeavy) && !(await goesOn(part.end / (length + 1)))) return;
      }
    }
    while (place !== null) {
      const gone = place;
      place = place.nextElementSibling;
      sight.unobserve(gone);
      leaves.delete(gone);
      gone.remove();
      if (isOver() && !(await goesOn(0.99))) return;
    }
    progress(1);
    article.setAttribute('aria-busy', String(store.state.isReading));
    article.dispatchEvent(new CustomEvent('painted'));
  }

  function added() {
    const leaf = new Leaf();
    leaves.set(leaf.place, leaf);
    article.append(leaf.place);
    sight.observe(leaf.place);
    return leaf;
  }

  store.on(['text', 'published', 'house'], () => article.setAttribute('aria-busy', 'true'));
  store.on(['report', 'shown'], show);
  // What could not be read is as much at rest as what could.
  store.on(['isReading'], ({ isReading, report }) => {
    if (!isReading && report === null) void show();
  });
  const print = (/** @type {Event} */ { type }) => {
    isPrinted = type === 'beforeprint';
    leaves.forEach((leaf) => paint(leaf));
  };
  addEventListener('beforeprint', print);
  addEventListener('afterprint', print);
  // What is copied is the text, painted or not, without the look of the marks.
  article.addEventListener('copy', (event) => {
    const { report } = store.state;
    const selected = selectedIn(article);
    if (report === null || selected === null || article.ariaBusy === 'true') return;
    event.clipboardData?.setData('text/plain', report.source.slice(selected.start, selected.end));
    event.preventDefault();
  });

  /** Paints the leaf that a stretch of the text begins in, and gives its place. @param {Place} place */
  return ({ start }) => {
    const leaf = [...leaves.values()].find(({ shown }) => start < shown.end);
    if (leaf !== undefined) paint(leaf, true);
    return leaf?.place;
  };
}

/** @param {Reading} report @returns {Generator<Part>} */
function* parts(report) {
  const { source } = report;
  for (let start = 0; start <= source.length; ) {
    let end = start - 1;
    for (let n = 0; n < MANY && end - start < FULL && end < source.length; n += 1) {
      const newline = source.indexOf('\n', end + 1);
      end = newline === -1 ? source.length : newline;
    }
    // A paragraph as long as a chapter goes on in the next leaf.
    const isWhole = end - start < 4 * FULL;
    if (!isWhole) end = cut(source, start + FULL);
    yield { ...report, start, end };
    start = end + Number(isWhole);
  }
}
