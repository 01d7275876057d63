/**
 * Marks in any element whose text changes, and in what people write in: `contenteditable`, Quill, Slate, a page that updates itself.
 *
 * ```js
 * import { followElement } from 'copydesk/adapters/dom';
 * const marks = followElement(document.querySelector('[contenteditable]'), desk);
 * ```
 *
 * Painted by the CSS Custom Highlight API, so the content stays as it is. Where a browser lacks it nothing is painted.
 */
import { CopydeskError } from '../errors.js';
import { paint, type Painting } from '../highlight/highlight.js';
import { canPaint } from '../highlight/painters.js';
import { type PageText, readText } from '../highlight/read.js';
import type { Item } from '../items.js';
import { type Adapter, type Analyst, follow, type FollowOptions, type Host, type Told } from './follow.js';

export * from './follow.js';

/** Follows an element or shadow root. Throws `BAD_TARGET` if it is in no document that is shown. */
export function followElement(root: Element | ShadowRoot, desk: Analyst, options: FollowOptions = {}): Adapter {
  readText(root);
  return follow((told) => new ElementHost(told, options, root), desk, options);
}

/** An element, or the place of one that an editor may exchange. */
export class ElementHost implements Host {
  readonly #told: Told;
  readonly #styles: boolean | undefined;
  #root: Element | ShadowRoot | null = null;
  #page: PageText | undefined;
  #painting: Painting | undefined;
  #observer: MutationObserver | undefined;

  constructor(told: Told, { styles }: FollowOptions, root: Element | ShadowRoot | null) {
    this.#told = told;
    this.#styles = styles;
    this.move(root);
  }

  /** Follows another element, or none, from now on. */
  move(root: Element | ShadowRoot | null): void {
    this.close();
    this.#root = root;
    if (root === null) return;
    // Of the window that the element lies in: it may be a frame.
    const view = root.ownerDocument.defaultView as (Window & typeof globalThis) | null;
    if (view !== null) this.#observer = new view.MutationObserver(() => this.#told.edited());
    this.#observe([root]);
    this.#told.edited();
  }

  read(): string {
    if (this.#root === null) throw new CopydeskError('BAD_TARGET', 'the editor has no element to read');
    this.#page = readText(this.#root);
    return this.#page.text;
  }

  paint(items: readonly Item[]): void {
    const page = this.#page!;
    const mode = canPaint(page.root.ownerDocument.defaultView!) ? 'css' : 'none';
    const before = this.#painting;
    this.#painting = paint(page, items, { mode, styles: this.#styles, onStale: (gone) => this.#told.stale(gone) });
    before?.dispose();
    this.#observe([...page.scopes].filter((scope) => scope !== page.root.getRootNode()));
  }

  select(item: Item | null): void {
    this.#painting?.select(item);
  }

  ranges(item: Item): Range[] {
    return this.#painting?.ranges(item) ?? [];
  }

  close(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#painting?.dispose();
    this.#painting = undefined;
    this.#page = undefined;
    this.#root = null;
  }

  #observe(roots: readonly Node[]): void {
    for (const root of roots) this.#observer?.observe(root, { subtree: true, childList: true, characterData: true });
  }
}
