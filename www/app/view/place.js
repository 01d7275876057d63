/** Where something is in the text, and where that is in the article: paragraphs and leaves say where they start. */

/**
 * The stretch of the text that is selected in the article, if one is.
 * @param {HTMLElement} article
 * @returns {Place | null}
 */
export function selectedIn(article) {
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!article.contains(range.commonAncestorContainer)) return null;
  const start = offsetOf(article, range.startContainer, range.startOffset);
  const end = offsetOf(article, range.endContainer, range.endOffset);
  return start < end ? { start, end } : null;
}

/**
 * Where the reader is: at the caret, or at the ringed item, if it is seen; of a long text else at the top of what is seen.
 * @param {HTMLElement} article
 * @param {boolean} isLong
 */
export function placeRead(article, isLong) {
  const { anchorNode, anchorOffset } = /** @type {Selection} */ (getSelection());
  if (article.contains(anchorNode)) return offsetOf(article, /** @type {Node} */ (anchorNode), anchorOffset);
  const sheet = article.getBoundingClientRect();
  const seen = [...article.querySelectorAll(isLong ? '.ring, .leaf' : '.ring')].filter((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return bottom > sheet.top && top < sheet.bottom;
  });
  const first = seen.find((part) => part.matches('.ring')) ?? seen[0];
  return first === undefined ? null : startOf(/** @type {HTMLElement} */ (first));
}

/** @param {HTMLElement} article @param {Node} node @param {number} offset */
function offsetOf(article, node, offset) {
  const place = /** @type {HTMLElement | null | undefined} */ ((node instanceof Element ? node : node.parentElement)?.closest('#article :is(p, .leaf)'));
  if (place && !place.querySelector('p')) {
    const before = document.createRange();
    before.setStart(place, 0);
    before.setEnd(node, offset);
    return startOf(place) + before.toString().length;
  }
  // Between paragraphs, as a triple click ends.
  const before = /** @type {HTMLElement | undefined} */ (node.childNodes[offset - 1]);
  const last = /** @type {HTMLElement | null | undefined} */ (before?.querySelector('p:last-child')) ?? before;
  return last === undefined ? Number(place?.dataset.start ?? 0) : startOf(last) + (last.textContent?.length ?? 0);
}

/** @param {HTMLElement} place */
function startOf(place) {
  return Number(place.dataset.start);
}

/** Selects a stretch of the text, as a reader's finger would. @param {HTMLElement} article @param {Place} place painted */
export function pointAt(article, { start, end }) {
  const places = /** @type {HTMLElement[]} */ ([...article.querySelectorAll('p, .leaf')]);
  const at = (/** @type {number} */ offset) => {
    const place = places.findLast((p) => startOf(p) <= offset) ?? article;
    let left = offset - (startOf(place) || 0);
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const { length } = /** @type {Text} */ (node);
      if (left <= length) return /** @type {const} */ ([node, left]);
      left -= length;
    }
    return /** @type {const} */ ([place, 0]);
  };
  getSelection()?.setBaseAndExtent(...at(start), ...at(end));
}

/** Where a text may be cut: there, or after a blank shortly before. @param {string} text @param {number} at */
export function cut(text, at) {
  const [rest = ''] = /(?<=\s)\S*$|[\ud800-\udbff]?$/.exec(text.slice(at - 200, at)) ?? [];
  return at - rest.length;
}
