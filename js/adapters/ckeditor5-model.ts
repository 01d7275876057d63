/** The model of CKEditor 5: its types, as far as they are used (the package depends on no editor), and its words. */
import { ModelText } from './model.js';

/** Of an `Editor` of CKEditor 5, what is used. */
export interface CKEditor {
  readonly state: string;
  readonly model: {
    readonly document: Emitter & { readonly selection: { getFirstPosition(): any; getLastPosition(): any }; getRootNames(): string[]; getRoot(name: string): any };
    readonly markers: { get(name: string): (Emitter & { getRange(): ModelRange }) | null };
    readonly schema: { isBlock(item: any): boolean };
    createRangeIn(root: any): any;
    change<T>(work: (writer: any) => T): T;
  };
  readonly editing: {
    readonly mapper: { toViewRange(range: any): any };
    readonly downcastDispatcher: { stopListening(emitter: any, event: string): void };
    readonly view: { readonly document: Emitter & { isComposing: boolean }; readonly domConverter: { viewRangeToDom(range: any): Range }; getDomRoot(): HTMLElement | undefined };
  };
  readonly conversion: { for(group: 'editingDowncast'): { markerToHighlight(config: { model: string; view: (data: any) => any }): unknown } };
  on(event: string, heard: () => void): void;
  off(event: string, heard: () => void): void;
}

/** What can be listened to. */
export interface Emitter {
  on(event: string, heard: () => void): void;
  off(event: string, heard: () => void): void;
}

/** A `Range` of its model. */
export interface ModelRange extends Iterable<{ type: string; item: any }> {
  readonly root: { rootName?: string | undefined };
  readonly start: { path: readonly number[]; isAfter(position: any): boolean };
  readonly end: { path: readonly number[]; isBefore(position: any): boolean };
}

/** The text of all roots. */
export function textOf(model: CKEditor['model']): ModelText<object> {
  const text = new ModelText<object>();
  for (const name of model.document.getRootNames()) {
    for (const { type, item } of model.createRangeIn(model.document.getRoot(name)) as ModelRange) {
      if (type === 'text') text.add(item.data, item.parent, item.startOffset);
      else if (model.schema.isBlock(item)) text.block();
      else if (type === 'elementStart' && item.name === 'softBreak') text.line();
    }
  }
  return text;
}

/** The words of a range; null characters for what is no text, so that a split paragraph is another text. */
export function wordsOf(range: ModelRange): string {
  return [...range].map(({ type, item }) => (type === 'text' ? item.data : '\0')).join('');
}
