import { type Item, pieces as cut } from '../items.js';
import { type PageText, type Piece, rangeOf } from './read.js';
import { CURRENT, PREFIX, PRIORITY } from './style.js';

/** A way of painting. Items are painted once each, and may be taken away one by one. */
export interface Painter {
  paint(items: readonly Item[]): void;
  /** Takes the paint off an item. */
  remove(item: Item): void;
  select(item: Item | null): void;
  /** Where an item is painted. They move with the content. */
  ranges(item: Item): Range[];
  /** Takes off all that is left. */
  clear(): void;
}

type View = Window & typeof globalThis & { CSS: { highlights?: HighlightRegistry } };

/** Whether a window can paint without touching the content. */
export function canPaint(view: Window): boolean {
  return (view as View).CSS?.highlights !== undefined && typeof (view as View).Highlight === 'function';
}

/** Paints on the page's registry of highlights. Others may paint there under the same names: only own ranges are taken away. */
export function registryPainter(page: PageText): Painter {
  const view = page.root.ownerDocument.defaultView as View;
  const registry = view.CSS.highlights!;
  const painted = new Map<Item, Range[]>();
  let current: Range[] = [];

  const add = (name: string, priority: number, ranges: readonly Range[]): void => {
    let shared = registry.get(name);
    if (shared === undefined) {
      shared = new view.Highlight();
      shared.priority = priority;
      registry.set(name, shared);
    }
    for (const range of ranges) shared.add(range);
  };
  const take = (name: string, ranges: readonly Range[]): void => {
    const shared = registry.get(name);
    for (const range of ranges) shared?.delete(range);
    if (shared?.size === 0) registry.delete(name);
  };
  const remove = (item: Item): void => {
    take(PREFIX + item.layer, painted.get(item) ?? []);
    painted.delete(item);
  };
  const select = (item: Item | null): void => {
    take(CURRENT, current);
    current = item === null ? [] : page.pieces(item.start, item.end).map((p) => rangeOf(p));
    if (current.length > 0) add(CURRENT, 9, current);
  };
  return {
    paint(items) {
      for (const item of items) {
        const ranges = page.pieces(item.start, item.end).map((p) => rangeOf(p));
        painted.set(item, ranges);
        add(PREFIX + item.layer, PRIORITY[item.layer], ranges);
      }
    },
    remove,
    select,
    ranges: (item) => painted.get(item) ?? [],
    clear() {
      select(null);
      for (const item of [...painted.keys()]) remove(item);
    },
  };
}

/** Paints with `<mark>` elements in the content: for browsers without highlights, never for content that is saved. */
export function markPainter(page: PageText): Painter {
  /** Each mark with the items it is for. */
  const marks = new Map<HTMLElement, Set<Item>>();
  /** Text nodes as they were, with the nodes that they were cut into. */
  const cuts = new Map<Text, Text[]>();

  const wrap = ({ node, start, end }: Piece, over: readonly Item[]): void => {
    // Pieces come from the back, so what is before this one is still whole.
    if (end < node.length) splitAt(node, end);
    const target = start > 0 ? splitAt(node, start) : node;
    const mark = node.ownerDocument.createElement('mark');
    mark.className = [`${PREFIX}mark`, ...new Set(over.map((i) => PREFIX + i.layer))].join(' ');
    target.replaceWith(mark);
    mark.append(target);
    marks.set(mark, new Set(over));
  };
  const splitAt = (node: Text, at: number): Text => {
    const rest = node.splitText(at);
    cuts.set(node, [rest, ...(cuts.get(node) ?? [])]);
    return rest;
  };
  const unwrap = (mark: HTMLElement): void => {
    marks.delete(mark);
    if (mark.parentNode !== null) mark.replaceWith(...mark.childNodes);
  };
  return {
    paint(items) {
      const found = [...cut(items)].flatMap(({ start, end, over }) => page.pieces(start, end).map((piece) => ({ piece, over })));
      for (const { piece, over } of found.reverse()) wrap(piece, over);
    },
    remove(item) {
      for (const [mark, over] of [...marks]) {
        if (!over.delete(item)) continue;
        if (over.size === 0) unwrap(mark);
        else mark.className = [`${PREFIX}mark`, ...new Set([...over].map((i) => PREFIX + i.layer))].join(' ');
      }
    },
    select(item) {
      for (const [mark, over] of marks) mark.classList.toggle(CURRENT, item !== null && over.has(item));
    },
    ranges(item) {
      // They were made from the back.
      return [...marks].filter(([, over]) => over.has(item)).map(([mark]) => inside(mark)).reverse();
    },
    clear() {
      for (const mark of [...marks.keys()]) unwrap(mark);
      // Nodes that were cut are joined again where the host has left them side by side.
      for (const [node, parts] of cuts) {
        for (const part of parts) {
          if (node.nextSibling !== part) break;
          node.appendData(part.data);
          part.remove();
        }
      }
      cuts.clear();
    },
  };
}

function inside(element: Element): Range {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return range;
}
