/** A document of ProseMirror: its types, as far as they are used (the package depends on no editor), and its words. */
import type { Item } from '../items.js';
import { ModelText } from './model.js';

/** What a decoration remembers: its item, the words it is on, and in how many parts the item is painted. */
export interface Spec {
  item: Item;
  words: string;
  parts: number;
}

/** A `Node` of prosemirror-model. */
export interface ProseMirrorNode {
  readonly text?: string | undefined;
  readonly isTextblock: boolean;
  readonly type: { readonly name: string };
  descendants(visit: (node: any, at: number) => boolean | void): void;
  textBetween(from: number, to: number, blockSeparator?: string | null): string;
}

/** A `Decoration` of prosemirror-view. */
export interface Decoration {
  readonly from: number;
  readonly to: number;
  readonly spec: any;
}

/** A `DecorationSet` of prosemirror-view. */
export interface Decorations {
  find(start?: number, end?: number): Decoration[];
  map(mapping: unknown, doc: unknown): Decorations;
  remove(decorations: Decoration[]): Decorations;
}

/** A `StepMap` of prosemirror-transform. */
export interface StepMap {
  forEach(visit: (oldStart: number, oldEnd: number, newStart: number, newEnd: number) => void): void;
}

/** A `Transaction` of prosemirror-state. */
export interface Transaction {
  readonly doc: ProseMirrorNode;
  readonly docChanged: boolean;
  readonly mapping: { readonly maps: readonly StepMap[]; slice(from: number): { map(at: number, side: number): number } };
  getMeta(key: unknown): any;
  setMeta(key: unknown, value: unknown): Transaction;
}

/** An `EditorView` of prosemirror-view. */
export interface View {
  readonly dom: HTMLElement;
  readonly state: { readonly doc: ProseMirrorNode; readonly tr: Transaction; readonly selection: { readonly from: number; readonly to: number } };
  readonly composing: boolean;
  readonly isDestroyed: boolean;
  dispatch(tr: Transaction): void;
  domAtPos(at: number, side?: number): { node: Node; offset: number };
}

/** The words between two positions. */
export function wordsOf(doc: ProseMirrorNode, from: number, to: number): string {
  return doc.textBetween(from, to, '\n\n');
}

/** A document's text, with its places as positions. */
export function textOf(doc: ProseMirrorNode): ModelText<null> {
  const text = new ModelText<null>();
  doc.descendants((node: ProseMirrorNode, at) => {
    if (node.isTextblock) text.block();
    else if (node.text !== undefined) text.add(node.text, null, at);
    else if (/^hard_?break$/i.test(node.type.name)) text.line();
  });
  return text;
}
