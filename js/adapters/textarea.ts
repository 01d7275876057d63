/**
 * Marks in a `<textarea>`: nothing can be painted inside one, so an empty-handed twin lies over it, with the same words in the same places,
 * invisible but for the marks. Clicks and keys go through it.
 *
 * ```js
 * import { followTextarea } from 'copydesk/adapters/textarea';
 * const marks = followTextarea(document.querySelector('textarea'), desk);
 * ```
 */
import { CopydeskError } from '../errors.js';
import type { Item } from '../items.js';
import { ElementHost } from './dom.js';
import { editBetween } from './edit.js';
import { type Adapter, type Analyst, follow, type FollowOptions, type Host, type Told } from './follow.js';
import { onSet } from './value.js';

export * from './follow.js';

/** Follows a text field. Throws `BAD_TARGET` if it is none, or in no document that is shown. */
export function followTextarea(field: HTMLTextAreaElement, desk: Analyst, options: FollowOptions = {}): Adapter {
  const view = field?.ownerDocument?.defaultView;
  if (!view || !field.isConnected || field.tagName !== 'TEXTAREA') {
    throw new CopydeskError('BAD_TARGET', 'what should be followed is no textarea of a document that is shown');
  }
  return follow((told) => new TextareaHost(told, options, field, view as Window & typeof globalThis), desk, options);
}

/** What decides where a word stands in a line and a line in the field. */
const COPIED =
  'direction font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant font-variation-settings ' +
  'font-weight hyphens letter-spacing line-break line-height overflow-wrap padding-bottom padding-left padding-right padding-top tab-size text-align ' +
  'text-indent text-rendering text-transform visibility white-space word-break word-spacing writing-mode z-index -webkit-text-size-adjust';

class TextareaHost implements Host {
  readonly #field: HTMLTextAreaElement;
  readonly #view: Window & typeof globalThis;
  readonly #twin: HTMLElement;
  readonly #words: Text;
  readonly #host: ElementHost;
  readonly #sizes: ResizeObserver;
  readonly #stepAside: () => void;
  readonly #stop = new AbortController();

  constructor(told: Told, options: FollowOptions, field: HTMLTextAreaElement, view: Window & typeof globalThis) {
    this.#field = field;
    this.#view = view;
    const { ownerDocument: document } = field;
    this.#twin = document.createElement('div');
    this.#twin.setAttribute('aria-hidden', 'true');
    this.#words = document.createTextNode(field.value);
    // The last line break of a field makes a line; that of an element makes one only before something.
    this.#twin.append(this.#words, document.createElement('br'));
    field.after(this.#twin);
    this.#host = new ElementHost(told, options, this.#twin);
    const on = (target: EventTarget, types: string, work: () => void): void => {
      for (const type of types.split(' ')) target.addEventListener(type, work, { signal: this.#stop.signal, passive: true });
    };
    on(field, 'input change focus blur', () => this.#write());
    on(field, 'scroll', () => this.#scroll());
    this.#stepAside = onSet(field, () => this.#write());
    // A form is reset after it has told.
    if (field.form !== null) on(field.form, 'reset', () => queueMicrotask(() => this.#write()));
    on(view, 'resize', () => this.#lay());
    on(document.fonts, 'loadingdone', () => this.#lay());
    this.#sizes = new view.ResizeObserver(() => this.#lay());
    this.#sizes.observe(field);
    this.#lay();
  }

  read(): string {
    this.#write();
    if (!this.#field.isConnected) throw new CopydeskError('BAD_TARGET', 'the textarea is in no document');
    return this.#host.read();
  }

  paint(items: readonly Item[]): void {
    this.#lay();
    this.#host.paint(items);
  }

  select(item: Item | null): void {
    this.#host.select(item);
  }

  ranges(item: Item): Range[] {
    return this.#host.ranges(item);
  }

  close(): void {
    this.#stop.abort();
    this.#stepAside();
    this.#sizes.disconnect();
    this.#host.close();
    this.#twin.remove();
  }

  /** Brings the words up to date by the one change they had: marks elsewhere stay, and move with their words. */
  #write(): void {
    const edit = editBetween(this.#words.data, this.#field.value);
    if (edit === null) return;
    // Where the field is and how large has not changed by that, or it is heard of.
    this.#words.replaceData(edit.from, edit.to - edit.from, edit.insert);
  }

  /** Lays the twin over the field, wherever it is by now. */
  #lay(): void {
    const [field, twin] = [this.#field, this.#twin];
    if (!field.isConnected) return twin.remove();
    if (field.nextSibling !== twin) field.after(twin);
    const looks = this.#view.getComputedStyle(field);
    const set = (name: string, value: string): void => {
      if (twin.style.getPropertyValue(name) !== value) twin.style.setProperty(name, value, 'important');
    };
    if (twin.style.left === '') for (const [name, value] of FIXED) set(name, value);
    for (const name of COPIED.split(' ')) set(name, looks.getPropertyValue(name));
    // Without the scroll bar, where there is one; on the left it is part of `clientLeft`.
    set('border-width', `${field.clientTop}px 0 0 ${field.clientLeft}px`);
    set('width', `${field.clientWidth + field.clientLeft}px`);
    set('height', `${field.clientHeight + field.clientTop}px`);
    const [to, from] = [field.getBoundingClientRect(), twin.getBoundingClientRect()];
    set('left', `${Number.parseFloat(twin.style.left || '0') + to.left - from.left}px`);
    set('top', `${Number.parseFloat(twin.style.top || '0') + to.top - from.top}px`);
    this.#scroll();
  }

  #scroll(): void {
    this.#twin.scrollTop = this.#field.scrollTop;
    this.#twin.scrollLeft = this.#field.scrollLeft;
  }
}

const FIXED: readonly [string, string][] = Object.entries({
  position: 'absolute',
  left: '0',
  top: '0',
  margin: '0',
  'box-sizing': 'border-box',
  'border-style': 'solid',
  'border-color': 'transparent',
  background: 'none',
  color: 'transparent',
  'max-width': 'none',
  'max-height': 'none',
  'min-width': '0',
  'min-height': '0',
  overflow: 'hidden',
  'pointer-events': 'none',
  'user-select': 'none',
});
