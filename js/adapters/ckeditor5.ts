/**
 * Marks in CKEditor 5, as markers that are shown on the editing side only: they move with the model and are in no data and no undo step.
 *
 * ```js
 * import { followCKEditor } from 'copydesk/adapters/ckeditor5';
 * const marks = followCKEditor(editor, desk);
 * ```
 */
import { CopydeskError } from '../errors.js';
import { adopt, CURRENT, PREFIX, PRIORITY } from '../highlight/style.js';
import type { Item } from '../items.js';
import type { Layer } from '../options.js';
import { type Adapter, type Analyst, follow, type FollowOptions, type Host, type Told } from './follow.js';
import { Hands } from './hands.js';
import { ModelText } from './model.js';

export * from './follow.js';

/** Of an `Editor` of CKEditor 5, what is used. */
export interface CKEditor {
  readonly state: string;
  readonly model: {
    readonly document: Emitter & { getRootNames(): string[]; getRoot(name: string): any };
    readonly markers: { get(name: string): { getRange(): any } | null };
    readonly schema: { isBlock(item: any): boolean };
    createRangeIn(root: any): any;
    change<T>(work: (writer: any) => T): T;
  };
  readonly editing: {
    readonly mapper: { toViewRange(range: any): any };
    readonly view: { readonly document: { isComposing: boolean }; readonly domConverter: { viewRangeToDom(range: any): Range }; getDomRoot(): HTMLElement | undefined };
  };
  readonly conversion: { for(group: 'editingDowncast'): { markerToHighlight(config: { model: string; view: (data: any) => any }): unknown } };
  on(event: string, heard: () => void): void;
  off(event: string, heard: () => void): void;
}

interface Emitter {
  on(event: string, heard: () => void): void;
  off(event: string, heard: () => void): void;
}

interface ModelRange extends Iterable<{ type: string; item: ModelItem }> {
  readonly root: { rootName?: string };
}

interface ModelItem {
  readonly data: string;
  readonly name: string;
  readonly parent: object;
  readonly startOffset: number;
}

/** Follows an editor until it is destroyed. Throws `BAD_TARGET` if it is not shown. */
export function followCKEditor(editor: CKEditor, desk: Analyst, options: FollowOptions = {}): Adapter {
  const root = editor?.editing?.view?.getDomRoot();
  if (root === undefined || editor.state === 'destroyed') throw new CopydeskError('BAD_TARGET', 'the editor is none, not ready or destroyed');
  const adapter = follow((told) => new CKEditorHost(told, options, editor, root, () => adapter.dispose()), desk, options);
  return adapter;
}

/** Editors that know how to show markers of ours. An editor can't forget a converter, so it learns it once. */
const taught = new WeakSet<CKEditor>();

/** Counts the markers made: two adapters of one editor never share a name. */
let made = 0;

class CKEditorHost implements Host {
  readonly #editor: CKEditor;
  readonly #hands: Hands;
  readonly #back: () => void;
  readonly #leave: () => void;
  #text = new ModelText<object>();
  #markers = new Map<Item, { name: string; words: string }[]>();
  #current: string[] = [];

  constructor(told: Told, { styles = true }: FollowOptions, editor: CKEditor, root: HTMLElement, dispose: () => void) {
    this.#editor = editor;
    if (!taught.has(editor)) {
      taught.add(editor);
      editor.conversion.for('editingDowncast').markerToHighlight({ model: 'copydesk', view: ({ markerName }: { markerName: string }) => look(markerName) });
    }
    this.#hands = new Hands(root);
    this.#back = styles ? adopt(root.getRootNode() as Document | ShadowRoot, 'class') : () => {};
    const edited = (): void => {
      told.stale(this.#dropStale());
      told.edited();
    };
    // Before the change is shown: that comes at a lower priority.
    editor.model.document.on('change:data', edited);
    editor.on('destroy', dispose);
    this.#leave = () => {
      editor.model.document.off('change:data', edited);
      editor.off('destroy', dispose);
    };
  }

  read(): string {
    const { model } = this.#editor;
    this.#text = new ModelText();
    for (const name of model.document.getRootNames()) {
      for (const { type, item } of model.createRangeIn(model.document.getRoot(name)) as ModelRange) {
        if (type === 'text') this.#text.add(item.data, item.parent, item.startOffset);
        else if (model.schema.isBlock(item)) this.#text.block();
        else if (type === 'elementStart' && item.name === 'softBreak') this.#text.line();
      }
    }
    return this.#text.text;
  }

  isBusy(): boolean {
    return this.#editor.editing.view.document.isComposing || this.#hands.areOn;
  }

  paint(items: readonly Item[]): void {
    this.#editor.model.change((writer) => {
      this.#clear(writer);
      for (const item of items) this.#markers.set(item, this.#mark(writer, item, item.layer));
    });
  }

  select(item: Item | null): void {
    this.#editor.model.change((writer) => {
      for (const name of this.#current) this.#remove(writer, name);
      this.#current = [];
      for (const { name } of (item !== null && this.#markers.get(item)) || []) {
        this.#current.push(this.#add(writer, 'current', this.#editor.model.markers.get(name)!.getRange()));
      }
    });
  }

  ranges(item: Item): Range[] {
    const { mapper, view } = this.#editor.editing;
    return (this.#markers.get(item) ?? []).map(({ name }) => view.domConverter.viewRangeToDom(mapper.toViewRange(this.#editor.model.markers.get(name)!.getRange())));
  }

  close(): void {
    this.#leave();
    this.#hands.letGo();
    if (this.#editor.state !== 'destroyed') this.#editor.model.change((writer) => this.#clear(writer));
    this.#markers.clear();
    this.#back();
  }

  #mark(writer: any, { start, end }: Item, layer: Layer): { name: string; words: string }[] {
    return this.#text.pieces(start, end).map(({ parent, start: from, end: to }) => {
      const range = writer.createRange(writer.createPositionAt(parent, from), writer.createPositionAt(parent, to));
      return { name: this.#add(writer, layer, range), words: wordsOf(range) };
    });
  }

  #add(writer: any, layer: string, range: unknown): string {
    const name = `copydesk:${layer}:${++made}`;
    writer.addMarker(name, { range, usingOperation: false, affectsData: false });
    return name;
  }

  #remove(writer: any, name: string): void {
    // With an element that was taken out for good the editor takes out its markers.
    if (this.#editor.model.markers.get(name) !== null) writer.removeMarker(name);
  }

  #clear(writer: any): void {
    for (const name of [...this.#current, ...[...this.#markers.values()].flat().map((m) => m.name)]) this.#remove(writer, name);
    this.#current = [];
    this.#markers.clear();
  }

  #dropStale(): Item[] {
    const { model } = this.#editor;
    const stands = ({ name, words }: { name: string; words: string }): boolean => {
      const range = model.markers.get(name)?.getRange() as ModelRange | undefined;
      // What is cut goes to the graveyard, with its markers.
      return range !== undefined && range.root.rootName !== '$graveyard' && wordsOf(range) === words;
    };
    const gone = [...this.#markers].filter(([, parts]) => !parts.every(stands));
    if (gone.length === 0) return [];
    model.change((writer) => {
      for (const name of this.#current.splice(0)) this.#remove(writer, name);
      for (const { name } of gone.flatMap(([, parts]) => parts)) this.#remove(writer, name);
    });
    for (const [item] of gone) this.#markers.delete(item);
    return gone.map(([item]) => item);
  }
}

function look(name: string): { classes: string[]; priority: number } {
  const layer = name.split(':')[1]!;
  return { classes: [layer === 'current' ? CURRENT : PREFIX + layer], priority: PRIORITY[layer as Layer] ?? 9 };
}

/** The words of a range; null characters for what is no text, so that a split paragraph is another text. */
function wordsOf(range: ModelRange): string {
  return [...range].map(({ type, item }) => (type === 'text' ? item.data : '\0')).join('');
}
