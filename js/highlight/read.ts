import { CopydeskError } from '../errors.js';

/** A stretch of one text node. */
export interface Piece {
  node: Text;
  /** First UTF-16 unit in the node. */
  start: number;
  /** Unit after the last in the node. */
  end: number;
}

/** The text of an element as a reader sees it, and where each of its units stands. */
export interface PageText {
  /** Blocks are set apart by an empty line, `<br>` is a line break, white space is as it is shown. */
  readonly text: string;
  readonly root: Element | ShadowRoot;
  /** The trees that were read: the root's own, and the shadow trees in it. */
  readonly scopes: ReadonlySet<Document | ShadowRoot>;
  /** The stretches of text nodes that make up a span. */
  pieces(start: number, end: number): Piece[];
  /** A span as one range, for a selection or scrolling; null if it has no text or lies in several shadow trees. */
  range(start: number, end: number): Range | null;
  /** Where a place of a text node stands in the text; null if it is not part of it. */
  offset(node: Node, at: number): number | null;
}

/** Consecutive units of the text that are consecutive in one node. */
interface Segment extends Piece {
  /** Where it begins in the text. */
  at: number;
}

/** What holds no words of the article. */
const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT IFRAME OBJECT VIDEO AUDIO CANVAS SVG RT RP'.split(' '));

/**
 * Reads an element or shadow root, in whatever document it lies: what is hidden is left out, open shadow trees in it are read as they
 * are shown. Throws `BAD_TARGET` if it is in no document.
 */
export function readText(root: Element | ShadowRoot): PageText {
  const view = root?.ownerDocument?.defaultView;
  if (!view || !root.isConnected || (root.nodeType !== 1 && !('host' in root))) {
    throw new CopydeskError('BAD_TARGET', 'what should be read is no element or shadow root of a document that is shown');
  }
  const writer = new Writer();
  const scopes = new Set<Document | ShadowRoot>();
  const host = 'host' in root ? root.host : root;
  const isEditable = (host as HTMLElement).isContentEditable;
  // By hand, not by recursion: a document may be deeper than the stack. A function on it ends an element.
  const stack: (Node | (() => void))[] = [root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === 'function') next();
    else if (next.nodeType === 3) {
      const parent = next.parentElement ?? host;
      const { visibility, whiteSpace } = view.getComputedStyle(parent);
      if (visibility === 'visible') {
        scopes.add(next.getRootNode() as Document | ShadowRoot);
        writer.text(next as Text, whiteSpace);
      }
    } else if (next.nodeType === 11) push(stack, next.childNodes);
    else if (next.nodeType === 1) {
      const element = next as HTMLElement;
      if (SKIPPED.has(element.tagName.toUpperCase())) continue;
      if (element.tagName === 'BR') {
        writer.lineBreak();
        continue;
      }
      const { display, contentVisibility } = view.getComputedStyle(element) as CSSStyleDeclaration & { contentVisibility?: string };
      if (display === 'none' || contentVisibility === 'hidden') continue;
      if (isEditable && element !== root && element.contentEditable === 'false') continue;
      if (!/^(inline|contents|ruby)/.test(display)) {
        writer.blockBreak();
        stack.push(() => writer.blockBreak());
      }
      push(stack, children(element));
    }
  }
  return new Page(root, scopes, writer.parts.join(''), writer.segments);
}

function push(stack: unknown[], nodes: Iterable<Node>): void {
  stack.push(...[...nodes].reverse());
}

/** The nodes shown inside an element. */
function children(element: HTMLElement): Iterable<Node> {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element.tagName === 'SLOT') {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  if (element.tagName === 'DETAILS' && !(element as HTMLDetailsElement).open) {
    return [...element.children].filter((c) => c.tagName === 'SUMMARY').slice(0, 1);
  }
  return element.childNodes;
}

/** Puts the text together with white space as CSS shows it. */
class Writer {
  readonly parts: string[] = [];
  readonly segments: Segment[] = [];
  #length = 0;
  #break = '';
  #space: Piece | undefined;

  text(node: Text, whiteSpace: string): void {
    const { data } = node;
    if (/^(pre$|pre-wrap|break-spaces|preserve)/.test(whiteSpace)) {
      if (data !== '') this.#put(data, { node, start: 0, end: data.length });
      return;
    }
    for (const { 0: run, index } of data.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (!/^[ \t\n\r\f]/.test(run)) this.#put(run, { node, start: index, end: index + run.length });
      else if (whiteSpace === 'pre-line' && run.includes('\n')) this.lineBreak();
      else this.#space ??= { node, start: index, end: index + 1 };
    }
  }

  lineBreak(): void {
    this.#break = this.#break === '' ? '\n' : '\n\n';
    this.#space = undefined;
  }

  blockBreak(): void {
    this.#break = '\n\n';
    this.#space = undefined;
  }

  #put(text: string, piece: Piece): void {
    // Breaks and spaces before the first word or after the last are not shown.
    if (this.#length > 0 && this.#break !== '') this.#add(this.#break);
    else if (this.#length > 0 && this.#space !== undefined) this.#add(' ', this.#space);
    this.#break = '';
    this.#space = undefined;
    this.#add(text, piece);
  }

  #add(text: string, piece?: Piece): void {
    if (piece !== undefined) {
      const last = this.segments.at(-1);
      if (last?.node === piece.node && last.end === piece.start && last.at + last.end - last.start === this.#length) last.end = piece.end;
      else this.segments.push({ ...piece, at: this.#length });
    }
    this.parts.push(text);
    this.#length += text.length;
  }
}

class Page implements PageText {
  readonly root: Element | ShadowRoot;
  readonly scopes: ReadonlySet<Document | ShadowRoot>;
  readonly text: string;
  readonly #segments: readonly Segment[];
  #byNode: Map<Node, Segment[]> | undefined;

  constructor(root: Element | ShadowRoot, scopes: ReadonlySet<Document | ShadowRoot>, text: string, segments: readonly Segment[]) {
    this.root = root;
    this.scopes = scopes;
    this.text = text;
    this.#segments = segments;
  }

  pieces(start: number, end: number): Piece[] {
    const found: Piece[] = [];
    for (let i = this.#first(start); i < this.#segments.length && this.#segments[i]!.at < end; i++) {
      const { at, node, start: first, end: last } = this.#segments[i]!;
      const from = Math.max(first, first + start - at);
      const to = Math.min(last, first + end - at);
      if (from < to) found.push({ node, start: from, end: to });
    }
    return found;
  }

  range(start: number, end: number): Range | null {
    const pieces = this.pieces(start, end);
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (first === undefined || last === undefined || first.node.getRootNode() !== last.node.getRootNode()) return null;
    return rangeOf(first, last);
  }

  offset(node: Node, at: number): number | null {
    this.#byNode ??= grouped(this.#segments);
    const segment = this.#byNode.get(node)?.find((s) => s.start <= at && at <= s.end);
    return segment === undefined ? null : segment.at + at - segment.start;
  }

  /** The first segment that ends after an offset. */
  #first(offset: number): number {
    let [low, high] = [0, this.#segments.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const { at, start, end } = this.#segments[middle]!;
      if (at + end - start <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function grouped(segments: readonly Segment[]): Map<Node, Segment[]> {
  const map = new Map<Node, Segment[]>();
  for (const segment of segments) {
    const list = map.get(segment.node);
    if (list === undefined) map.set(segment.node, [segment]);
    else list.push(segment);
  }
  return map;
}

/** From the beginning of one piece to the end of another, or of itself. Offsets a node no longer has are cut to its length. */
export function rangeOf(first: Piece, last: Piece = first): Range {
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, Math.min(first.start, first.node.length));
  range.setEnd(last.node, Math.min(last.end, last.node.length));
  return range;
}
