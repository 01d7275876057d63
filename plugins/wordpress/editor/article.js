/** The article as one text, over the editable texts that it is typed into. */
import { readText } from '../lib/highlight/index.js';
import { editables } from './host.js';

/** @typedef {import('../lib/highlight/index.js').PageText} PageText @typedef {import('../lib/highlight/index.js').Piece} Piece */

/** Texts are set apart by an empty line, as paragraphs are. */
const BREAK = '\n\n';

/**
 * Several texts that were read, as one.
 * @implements {PageText}
 */
export class Article {
  /** @param {HTMLElement} root the canvas */
  constructor(root) {
    const pages = editables(root)
      .map((e) => readText(e))
      .filter((p) => p.text.trim() !== '');
    let at = 0;
    this.parts = pages.map((page) => {
      const part = { at, page };
      at += page.text.length + BREAK.length;
      return part;
    });
    this.root = root;
    this.text = pages.map((p) => p.text).join(BREAK);
    /** @type {ReadonlySet<Document | ShadowRoot>} */
    this.scopes = new Set([root.ownerDocument]);
  }

  /** @param {number} start @param {number} end @returns {Piece[]} */
  pieces(start, end) {
    return this.#over(start, end).flatMap(({ at, page }) => page.pieces(start - at, end - at));
  }

  /** The part of a span that lies in one text: a selection over several would select whole blocks. @param {number} start @param {number} end */
  range(start, end) {
    const [first] = this.#over(start, end);
    return first?.page.range(start - first.at, end - first.at) ?? null;
  }

  /** @param {Node} node @param {number} offset */
  offset(node, offset) {
    const part = this.parts.find(({ page }) => page.root.contains(node));
    const found = part?.page.offset(node, offset) ?? null;
    return part === undefined || found === null ? null : part.at + found;
  }

  /** The editable text that a place lies in. @param {number} start @param {number} end */
  editable(start, end) {
    return /** @type {HTMLElement | undefined} */ (this.#over(start, end)[0]?.page.root);
  }

  /** @param {number} start @param {number} end */
  #over(start, end) {
    return this.parts.filter(({ at, page }) => at < end && start < at + page.text.length);
  }
}
