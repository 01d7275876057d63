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
import { type CKEditor, type ModelRange, textOf, wordsOf } from './ckeditor5-model.js';
import { type Adapter, type Analyst, follow, type FollowOptions, type Host, type Told } from './follow.js';
import { Hands } from './hands.js';
import { ModelText } from './model.js';

export type { CKEditor } from './ckeditor5-model.js';
export * from './follow.js';

/** Follows an editor until it is destroyed. Throws `BAD_TARGET` if it is not shown. */
export function followCKEditor(editor: CKEditor, desk: Analyst, options: FollowOptions = {}): Adapter {
  const root = editor?.editing?.view?.getDomRoot();
  if (root === undefined || editor.state === 'destroyed') throw new CopydeskError('BAD_TARGET', 'the editor is none, not ready or destroyed');
  const adapter = follow((told) => new CKEditorHost(told, options, editor, root, () => adapter.dispose()), desk, options);
  return adapter;
}

/** What the names of our markers begin with: another copy of this module on the page has its own, and a converter of its own. */
const GROUP = `copydesk:${Math.random().toString(36).slice(2)}`;

/** How many adapters an editor has: with the first it learns to show markers of ours, with the last it forgets that. */
const adapters = new WeakMap<CKEditor, number>();

/** One adapter more or less. */
function count(editor: CKEditor, change: 1 | -1): void {
  const before = adapters.get(editor) ?? 0;
  adapters.set(editor, before + change);
  if (before === 0) editor.conversion.for('editingDowncast').markerToHighlight({ model: GROUP, view: ({ markerName }: { markerName: string }) => look(markerName) });
  if (before + change > 0) return;
  const { downcastDispatcher: own } = editor.editing;
  for (const event of ['addMarker', 'removeMarker']) own.stopListening(own, `${event}:${GROUP}`);
}

/** A part of an item with the words it is on. */
interface Part {
  marker: string;
  words: string;
}

/** Counts the markers made: two adapters of one editor never share a name. */
let made = 0;

class CKEditorHost implements Host {
  readonly #editor: CKEditor;
  readonly #hands: Hands;
  readonly #back: () => void;
  readonly #leave: () => void;
  #text = new ModelText<object>();
  #parts = new Map<Item, Part[]>();
  #owners = new Map<string, Item>();
  /** Markers that have moved or changed since they were looked at. */
  readonly #touched = new Set<string>();
  #current: string[] = [];

  constructor(told: Told, { styles = true }: FollowOptions, editor: CKEditor, root: HTMLElement, dispose: () => void) {
    this.#editor = editor;
    count(editor, 1);
    this.#hands = new Hands(root);
    this.#back = styles ? adopt(root.getRootNode() as Document | ShadowRoot, 'class') : () => {};
    const edited = (): void => {
      told.stale(this.#dropStale());
      told.edited();
    };
    // Before the change is shown: that comes at a lower priority.
    editor.model.document.on('change:data', edited);
    // While words are composed their surroundings stay as they are drawn, marks and all: what is marked there goes before.
    const composed = (): void => {
      told.stale(this.#drop(this.#nearCaret()));
      told.edited();
    };
    const { document: shown } = editor.editing.view;
    shown.on('compositionstart', composed);
    editor.on('destroy', dispose);
    this.#leave = () => {
      editor.model.document.off('change:data', edited);
      shown.off('compositionstart', composed);
      editor.off('destroy', dispose);
    };
  }

  read(): string {
    this.#text = textOf(this.#editor.model);
    return this.#text.text;
  }

  isBusy(): boolean {
    return this.#editor.editing.view.document.isComposing || this.#hands.areOn;
  }

  paint(items: readonly Item[]): void {
    this.#editor.model.change((writer) => {
      for (const name of this.#current.splice(0)) this.#remove(writer, name);
      // A marker that is where one is wanted stays: the editor need not draw that line anew.
      const left = new Map<string, string>();
      for (const [name, { layer }] of this.#owners) for (const range of this.#rangeOf(name)) left.set(keyOf(layer, range), name);
      this.#parts = new Map();
      this.#owners = new Map();
      for (const item of items) this.#parts.set(item, this.#mark(writer, item, left));
      for (const name of left.values()) this.#remove(writer, name);
    });
  }

  select(item: Item | null): void {
    this.#editor.model.change((writer) => {
      for (const name of this.#current.splice(0)) this.#remove(writer, name);
      const parts = item === null ? [] : (this.#parts.get(item) ?? []);
      this.#current = parts.flatMap(({ marker }) => this.#rangeOf(marker)).map((range) => this.#add(writer, 'current', range));
    });
  }

  ranges(item: Item): Range[] {
    const { mapper, view } = this.#editor.editing;
    const ranges = (this.#parts.get(item) ?? []).flatMap(({ marker }) => this.#rangeOf(marker));
    return ranges.map((range) => view.domConverter.viewRangeToDom(mapper.toViewRange(range)));
  }

  close(): void {
    this.#leave();
    this.#hands.letGo();
    if (this.#editor.state !== 'destroyed') this.paint([]);
    count(this.#editor, -1);
    this.#back();
  }

  /** The parts of an item; `left` has the markers that may be used again. */
  #mark(writer: any, item: Item, left: Map<string, string>): Part[] {
    return this.#text.pieces(item.start, item.end).map(({ parent, start, end }) => {
      const range: ModelRange = writer.createRange(writer.createPositionAt(parent, start), writer.createPositionAt(parent, end));
      const key = keyOf(item.layer, range);
      const marker = left.get(key) ?? this.#add(writer, item.layer, range);
      left.delete(key);
      this.#owners.set(marker, item);
      return { marker, words: wordsOf(range) };
    });
  }

  #add(writer: any, layer: string, range: unknown): string {
    const name = `${GROUP}:${layer}:${++made}`;
    writer.addMarker(name, { range, usingOperation: false, affectsData: false });
    this.#editor.model.markers.get(name)!.on('change', () => this.#touched.add(name));
    return name;
  }

  #remove(writer: any, name: string): void {
    if (this.#editor.model.markers.get(name) !== null) writer.removeMarker(name);
  }

  /** Where a marker is; none if the editor has taken it out. */
  #rangeOf(name: string): ModelRange[] {
    const marker = this.#editor.model.markers.get(name);
    return marker === null ? [] : [marker.getRange()];
  }

  #nearCaret(): Item[] {
    const { selection } = this.#editor.model.document;
    const isNear = ({ start, end }: ModelRange): boolean => !end.isBefore(selection.getFirstPosition()) && !start.isAfter(selection.getLastPosition());
    return [...this.#parts].filter(([, parts]) => parts.some(({ marker }) => this.#rangeOf(marker).some(isNear))).map(([item]) => item);
  }

  #dropStale(): Item[] {
    // What is cut goes to the graveyard, with its markers.
    const stands = ({ marker, words }: Part): boolean => this.#rangeOf(marker).some((range) => range.root.rootName !== '$graveyard' && wordsOf(range) === words);
    const touched = new Set([...this.#touched].map((name) => this.#owners.get(name)).filter((item) => item !== undefined));
    this.#touched.clear();
    return this.#drop([...touched].filter((item) => !this.#parts.get(item)?.every(stands)));
  }

  #drop(gone: Item[]): Item[] {
    if (gone.length === 0) return [];
    this.#editor.model.change((writer) => {
      for (const name of this.#current.splice(0)) this.#remove(writer, name);
      for (const { marker } of gone.flatMap((item) => this.#parts.get(item) ?? [])) {
        this.#remove(writer, marker);
        this.#owners.delete(marker);
      }
    });
    for (const item of gone) this.#parts.delete(item);
    return gone;
  }
}

function keyOf(layer: Layer, { start, end, root }: ModelRange): string {
  return [layer, root.rootName, ...start.path, '-', ...end.path].join();
}

function look(name: string): { classes: string[]; priority: number } {
  const layer = name.split(':')[2]!;
  return { classes: [layer === 'current' ? CURRENT : PREFIX + layer], priority: PRIORITY[layer as Layer] ?? 9 };
}
