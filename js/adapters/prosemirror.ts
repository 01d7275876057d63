/**
 * Marks in ProseMirror, as decorations of a plugin: they go through every transaction, and are in no document and no history.
 *
 * ```js
 * import { proseMirror } from 'copydesk/adapters/prosemirror';
 * const marks = proseMirror(desk, { Plugin, Decoration, DecorationSet });   // of prosemirror-state and prosemirror-view
 * const state = EditorState.create({ schema, plugins: [...plugins, marks.plugin] });
 * ```
 */
import { CopydeskError } from '../errors.js';
import { adopt, CURRENT, PREFIX } from '../highlight/style.js';
import type { Item } from '../items.js';
import { type Adapter, type Analyst, follow, type FollowOptions, type Host, type Told } from './follow.js';
import { Hands } from './hands.js';
import { ModelText } from './model.js';
import { type Decorations, type Spec, textOf, type Transaction, type View, wordsOf } from './prosemirror-doc.js';

export * from './follow.js';

/** The classes that the adapter needs: the host's own, for there may be one of each only. */
export interface ProseMirrorModules<Plugin> {
  /** Of prosemirror-state. */
  Plugin: new (spec: any) => Plugin;
  /** Of prosemirror-view. */
  Decoration: { inline(from: number, to: number, attributes: { class: string }, spec: object): any };
  /** Of prosemirror-view. */
  DecorationSet: { empty: any; create(doc: any, decorations: any[]): any };
}

/** Counts the plugins made. */
let made = 0;

/** A plugin that marks the editor whose state it is part of. One plugin is for one editor. Throws `BAD_OPTION` without its modules. */
export function proseMirror<Plugin>(desk: Analyst, modules: ProseMirrorModules<Plugin>, options: FollowOptions = {}): Adapter & { readonly plugin: Plugin } {
  for (const name of ['Plugin', 'Decoration', 'DecorationSet'] as const) {
    if (modules?.[name] === undefined) throw new CopydeskError('BAD_OPTION', `option modules: ${name} is missing`, { option: 'modules' });
  }
  let host!: ProseMirrorHost<Plugin>;
  const adapter = follow((told) => (host = new ProseMirrorHost(told, options, modules)), desk, options);
  return Object.defineProperty(adapter as Adapter & { plugin: Plugin }, 'plugin', { value: host.plugin, enumerable: true });
}

class ProseMirrorHost<Plugin> implements Host {
  readonly plugin: Plugin;
  readonly #modules: ProseMirrorModules<Plugin>;
  #view: View | undefined;
  #text = new ModelText<null>();
  #painted: readonly Item[] = [];
  #selected: Item | null = null;
  #isClosed = false;
  #hands: Hands | undefined;
  /** Takes the styles back. */
  #back: (() => void) | undefined;

  constructor(told: Told, { styles = true }: FollowOptions, modules: ProseMirrorModules<Plugin>) {
    this.#modules = modules;
    const empty: Decorations = modules.DecorationSet.empty;
    this.plugin = new modules.Plugin({
      // No key begins with another: Tiptap takes out every plugin whose key begins so.
      key: { key: `copydesk$${++made}$` },
      state: {
        init: () => empty,
        apply: (tr: Transaction, set: Decorations) => tr.getMeta(this.plugin) ?? (tr.docChanged ? mapped(set, tr) : set),
      },
      props: {
        decorations: (state: unknown) => this.#setOf(state),
        handleDOMEvents: { compositionstart: (view: View) => this.#makeWay(view, told) },
      },
      view: (view: View) => {
        this.#view = view;
        if (!this.#isClosed) this.#begin(view.dom, styles);
        told.edited();
        return {
          update: ({ state }: View, before: { doc: unknown }) => {
            if (state.doc === before.doc) return;
            const left = new Set(this.#setOf(state).find().map((d) => (d.spec as Spec).item));
            const stale = this.#painted.filter((item) => !left.has(item));
            this.#painted = this.#painted.filter((item) => left.has(item));
            told.stale(stale);
            told.edited();
          },
          destroy: () => {
            this.#view = undefined;
            this.#leave();
          },
        };
      },
    });
  }

  read(): string {
    this.#text = textOf(this.#shown().state.doc);
    return this.#text.text;
  }

  isBusy(): boolean {
    return this.#view?.composing === true || this.#hands?.areOn === true;
  }

  paint(items: readonly Item[]): void {
    this.#painted = items;
    const { doc } = this.#shown().state;
    const { Decoration, DecorationSet } = this.#modules;
    const all = items.flatMap((item) => {
      const pieces = this.#text.pieces(item.start, item.end);
      const name = `${PREFIX}${item.layer}${item === this.#selected ? ` ${CURRENT}` : ''}`;
      return pieces.map(({ start, end }) => {
        const spec: Spec = { item, words: wordsOf(doc, start, end), parts: pieces.length };
        return Decoration.inline(start, end, { class: name }, spec);
      });
    });
    this.#put(DecorationSet.create(doc, all));
  }

  select(item: Item | null): void {
    const view = this.#shown();
    const { Decoration, DecorationSet } = this.#modules;
    this.#selected = item;
    const all = this.#setOf(view.state).find().map(({ from, to, spec }) => {
      const { item: its } = spec as Spec;
      return Decoration.inline(from, to, { class: `${PREFIX}${its.layer}${its === item ? ` ${CURRENT}` : ''}` }, spec);
    });
    this.#put(DecorationSet.create(view.state.doc, all));
  }

  ranges(item: Item): Range[] {
    const view = this.#view;
    if (view === undefined) return [];
    const own = this.#setOf(view.state).find().filter((d) => (d.spec as Spec).item === item);
    return own.map(({ from, to }) => {
      const range = view.dom.ownerDocument.createRange();
      const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)];
      range.setStart(start.node, start.offset);
      range.setEnd(end.node, end.offset);
      return range;
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#painted = [];
    this.#leave();
    if (this.#view !== undefined && !this.#view.isDestroyed) this.#put(this.#modules.DecorationSet.empty);
  }

  #begin(element: HTMLElement, styles: boolean): void {
    this.#hands = new Hands(element);
    if (styles) this.#back = adopt(element.getRootNode() as Document | ShadowRoot, 'class');
  }

  /** While words are composed an editor leaves their surroundings as they are drawn, marks and all: what is marked there goes before. */
  #makeWay({ state }: View, told: Told): boolean {
    const set = this.#setOf(state);
    const near = new Set(set.find(state.selection.from, state.selection.to).map((d) => (d.spec as Spec).item));
    if (near.size === 0) return false;
    this.#painted = this.#painted.filter((item) => !near.has(item));
    this.#put(set.remove(set.find().filter((d) => near.has((d.spec as Spec).item))));
    told.stale([...near]);
    told.edited();
    return false;
  }

  #leave(): void {
    this.#hands?.letGo();
    this.#back?.();
    this.#back = undefined;
  }

  #shown(): View {
    if (this.#view === undefined || this.#view.isDestroyed) throw new CopydeskError('BAD_TARGET', 'the plugin is part of no editor');
    return this.#view;
  }

  #setOf(state: unknown): Decorations {
    return (this.plugin as { getState(state: unknown): Decorations | undefined }).getState(state) ?? this.#modules.DecorationSet.empty;
  }

  #put(set: unknown): void {
    const view = this.#shown();
    view.dispatch(view.state.tr.setMeta(this.plugin, set));
  }
}

/** Decorations after a transaction, without those of items whose words it changed. */
function mapped(before: Decorations, { mapping, doc }: Transaction): Decorations {
  const set = before.map(mapping, doc);
  let [low, high] = [Infinity, -1];
  mapping.maps.forEach((map, i) => {
    const rest = mapping.slice(i + 1);
    map.forEach((_start, _end, from, to) => ([low, high] = [Math.min(low, rest.map(from, -1)), Math.max(high, rest.map(to, 1))]));
  });
  const all = set.find();
  const parts = new Map<Item, number>();
  for (const { spec } of all) parts.set(spec.item, (parts.get(spec.item) ?? 0) + 1);
  const lost = new Set<Item>();
  for (const { from, to, spec } of all) {
    if (parts.get(spec.item) !== spec.parts || (from <= high && to >= low && wordsOf(doc, from, to) !== spec.words)) lost.add(spec.item);
  }
  return lost.size === 0 ? set : set.remove(all.filter(({ spec }) => lost.has(spec.item)));
}
