import type { Analysis } from '../contract.js';
import { CopydeskError } from '../errors.js';
import { checkLayers, checkText, type Item, items, LAYERS } from '../items.js';
import type { Layer } from '../options.js';
import { Intervals } from './intervals.js';
import { canPaint, markPainter, type Painter, registryPainter } from './painters.js';
import { type PageText, rangeOf } from './read.js';
import { adopt } from './style.js';

/** Settings of `highlight`. */
export interface HighlightOptions {
  /** Layers to paint. Default: all. */
  layers?: readonly Layer[] | undefined;
  /**
   * `css`: by the CSS Custom Highlight API, which leaves the content alone. `mark`: by `<mark>` elements in the content. Default: `css`
   * where the browser has it, else `mark`, but nothing at all in editable content, where marks would be saved.
   */
  mode?: 'css' | 'mark' | undefined;
  /** Whether to bring styles. Default: true. Without them style `::highlight(copydesk-quotes)` or `mark.copydesk-quotes` yourself. */
  styles?: boolean | undefined;
  /** Told of items that lost their paint because their words changed. */
  onStale?: ((items: Item[]) => void) | undefined;
}

/** What was painted. */
export interface Painting {
  /** How; `none` if it could not be. */
  readonly mode: 'css' | 'mark' | 'none';
  /** The items painted, by place. Those whose words changed are gone from it. */
  readonly items: readonly Item[];
  /** Paints these layers only. */
  show(layers: readonly Layer[]): void;
  /** Items at a place of `PageText.text`, the innermost last. */
  at(offset: number): Item[];
  /** Items under a point of the viewport (`clientX`, `clientY`), the innermost last. */
  atPoint(x: number, y: number): Item[];
  /** Where an item is painted, for scrolling to it; empty if it is not. */
  ranges(item: Item): Range[];
  /** Makes an item stand out; null for none. */
  select(item: Item | null): void;
  /** Takes everything off. Again is nothing. */
  dispose(): void;
}

/**
 * Paints an analysis over the text it was made of. Throws `TEXT_CHANGED` if it was made of another.
 *
 * Marks never stay on wrong words: an item whose words are edited, or have been since they were read, loses its paint.
 */
export function highlight(page: PageText, analysis: Analysis, options: HighlightOptions = {}): Painting {
  const all = items(analysis);
  checkText(page.text, all);
  return paint(page, all, options);
}

/** Paints items that stand in a text; `none` follows them without paint. */
export function paint(page: PageText, all: readonly Item[], options: PaintOptions): Painting {
  const { layers, mode } = options;
  if (layers !== undefined) checkLayers(layers);
  if (mode !== undefined && !['css', 'mark', 'none'].includes(mode)) throw new CopydeskError('BAD_OPTION', 'option mode: it has to be css or mark', { option: 'mode' });
  return new Painted(page, all, options);
}

type PaintOptions = Omit<HighlightOptions, 'mode'> & { mode?: Painting['mode'] | undefined };

/** An item with the words it is painted on. */
interface Watch {
  item: Item;
  ranges: Range[];
  /** From its beginning to its end, with what may come between its ranges; null if it lies in several trees. */
  whole: Range | null;
  text: string;
}

class Painted implements Painting {
  readonly mode: 'css' | 'mark' | 'none';
  readonly #page: PageText;
  readonly #painter: Painter | undefined;
  readonly #watches: Watch[] = [];
  readonly #onStale: ((items: Item[]) => void) | undefined;
  readonly #observer: MutationObserver;
  readonly #takeBack: (() => void)[] = [];
  readonly #look = (): void => this.#changed(this.#observer.takeRecords());
  #items: Item[];
  #layers: ReadonlySet<Layer>;
  #index: Intervals<Item>;
  #isDisposed = false;
  #hasChanged = false;

  constructor(page: PageText, all: readonly Item[], { layers = LAYERS, mode, styles = true, onStale }: PaintOptions) {
    this.#page = page;
    this.#onStale = onStale;
    this.#layers = new Set(layers);
    const view = page.root.ownerDocument.defaultView;
    if (view === null || !page.root.isConnected) throw new CopydeskError('BAD_TARGET', 'what should be painted is in no document that is shown');
    this.mode = mode ?? (canPaint(view) ? 'css' : isEditable(page.root) ? 'none' : 'mark');
    if (this.mode === 'css' && !canPaint(view)) throw new CopydeskError('BAD_OPTION', 'option mode: this browser has no CSS Custom Highlights', { option: 'mode' });
    // What has changed since it was read is left alone.
    this.#items = all.filter(({ start, end, entry }) => {
      const shown = page.pieces(start, end).map((p) => p.node.data.slice(p.start, p.end)).join('');
      return bare(shown) === bare(entry.text) && page.pieces(start, end).every((p) => p.node.isConnected);
    });
    this.#index = new Intervals(this.#items);
    if (this.mode === 'css') this.#painter = registryPainter(page);
    if (this.mode === 'mark') this.#painter = markPainter(page);
    if (styles && this.mode !== 'none') for (const scope of page.scopes) this.#takeBack.push(adopt(scope, this.mode));
    this.#observer = new view.MutationObserver((records) => this.#changed(records));
    this.#paint();
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  show(layers: readonly Layer[]): void {
    checkLayers(layers);
    if (this.#isDisposed) return;
    this.#look();
    this.#clear();
    this.#layers = new Set(layers);
    this.#paint();
  }

  at(offset: number): Item[] {
    return this.#index.over(offset, offset + 1).filter((i) => this.#layers.has(i.layer));
  }

  atPoint(x: number, y: number): Item[] {
    const offset = this.#hasChanged ? null : this.#offsetAt(x, y);
    const near = offset === null ? undefined : new Set(this.#index.over(offset - 1, offset + 1));
    const hit = this.#watches.filter(({ item, ranges }) => (near === undefined || near.has(item)) && ranges.some((r) => contains(r, x, y)));
    return hit.map(({ item }) => item);
  }

  ranges(item: Item): Range[] {
    return this.#watches.find((w) => w.item === item)?.ranges ?? [];
  }

  select(item: Item | null): void {
    if (this.#isDisposed) return;
    this.#look();
    if (item !== null && !this.#items.includes(item)) return;
    this.#painter?.select(item);
    this.#observer.takeRecords();
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#clear();
    for (const back of this.#takeBack) back();
    this.#items = [];
    this.#index = new Intervals<Item>([]);
  }

  #paint(): void {
    const shown = this.#items.filter((i) => this.#layers.has(i.layer));
    this.#painter?.paint(shown);
    for (const item of shown) {
      const ranges = this.#painter?.ranges(item) ?? this.#page.pieces(item.start, item.end).map((p) => rangeOf(p));
      const watch = { item, ranges, whole: wholeOf(ranges), text: '' };
      this.#watches.push({ ...watch, text: wordsOf(watch) });
    }
    for (const scope of this.#page.scopes) {
      const target = scope === this.#page.root.getRootNode() ? this.#page.root : scope;
      this.#observer.observe(target, { subtree: true, childList: true, characterData: true });
    }
    // WebKit tells observers of what a person types only after a while, in which it may draw; it tells of this at once. The target is
    // what people write in, which may hold the root, or lie in it.
    this.#page.root.ownerDocument.addEventListener('input', this.#look, true);
  }

  #clear(): void {
    this.#observer.disconnect();
    this.#page.root.ownerDocument.removeEventListener('input', this.#look, true);
    this.#painter?.clear();
    this.#watches.length = 0;
  }

  /** Takes the paint off items whose words are no longer theirs. */
  #changed(records: readonly MutationRecord[]): void {
    if (records.length === 0) return;
    this.#hasChanged = true;
    const gone = new Set(this.#watches.filter((w) => wordsOf(w) !== w.text || w.ranges.some((r) => !r.startContainer.isConnected)).map((w) => w.item));
    if (gone.size === 0) return;
    for (const item of gone) this.#painter?.remove(item);
    this.#observer.takeRecords();
    this.#watches.splice(0, Infinity, ...this.#watches.filter((w) => !gone.has(w.item)));
    this.#items = this.#items.filter((i) => !gone.has(i));
    this.#index = new Intervals(this.#items);
    this.#onStale?.([...gone]);
  }

  #offsetAt(x: number, y: number): number | null {
    const document = this.#page.root.ownerDocument as Document & {
      caretPositionFromPoint?(x: number, y: number, options: { shadowRoots: ShadowRoot[] }): { offsetNode: Node; offset: number } | null;
    };
    const shadowRoots = [...this.#page.scopes].filter((s): s is ShadowRoot => 'host' in s);
    const position = document.caretPositionFromPoint?.(x, y, { shadowRoots });
    if (position) return this.#page.offset(position.offsetNode, position.offset);
    const range = document.caretRangeFromPoint?.(x, y);
    return range ? this.#page.offset(range.startContainer, range.startOffset) : null;
  }
}

function wholeOf(ranges: readonly Range[]): Range | null {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined || first.startContainer.getRootNode() !== last.endContainer.getRootNode()) return null;
  const whole = first.cloneRange();
  whole.setEnd(last.endContainer, last.endOffset);
  return whole;
}

function wordsOf({ whole, ranges }: Omit<Watch, 'text' | 'item'>): string {
  return `${whole ?? ''} ${ranges.map(String).join('|')}`;
}

/** Whether a point of the viewport lies in a range. */
export function contains(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some((r) => r.left <= x && x <= r.right && r.top <= y && y <= r.bottom);
}

function isEditable(root: Element | ShadowRoot): boolean {
  return (('host' in root ? root.host : root) as HTMLElement).isContentEditable;
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
