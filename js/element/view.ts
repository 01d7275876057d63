import type { Analysis } from '../contract.js';
import { CopydeskError } from '../errors.js';
import { load } from '../entry/web.js';
import { checkText, type Item, items, label, LAYERS } from '../items.js';
import type { Layer, Options } from '../options.js';
import { legend, page } from './render.js';
import { STYLE } from './style.js';

/** What analyses for a view: a desk, or that of a worker. */
export interface ViewDesk {
  analyze(text: string, options?: Options): Analysis | Promise<Analysis>;
}

// Where there is no document (a server that renders), the class is there but can't be made.
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/**
 * A text with what was found in it.
 *
 * Events bubble out of shadow trees: `copydesk-analysis` (detail: the `Analysis`), `copydesk-select` (detail: the `Item` or null) and
 * `copydesk-error` (detail: the `CopydeskError`).
 * Parts to style: `legend`, `text`, `status`. The attribute `layers` lists the layers that are shown; without it all are.
 */
export class CopydeskView extends Base {
  static readonly observedAttributes = ['layers'];

  #text = '';
  #options: Options | undefined;
  #analysis: Analysis | null = null;
  #desk: ViewDesk | undefined;
  #revision = 0;
  #selected: Item | null = null;
  #isBuilt = false;

  /** The text. Setting it analyses it; until then what was found in the one before is gone. */
  get text(): string {
    return this.#text;
  }
  set text(text: string) {
    this.#text = String(text ?? '');
    void this.#analyze();
  }

  /** Settings of the analysis. */
  get options(): Options | undefined {
    return this.#options;
  }
  set options(options: Options | undefined) {
    this.#options = options;
    void this.#analyze();
  }

  /** What analyses. Default: a desk of its own, loaded when first needed. */
  get desk(): ViewDesk | undefined {
    return this.#desk;
  }
  set desk(desk: ViewDesk | undefined) {
    this.#desk = desk;
    void this.#analyze();
  }

  /** What was found, or null while nothing was. */
  get analysis(): Analysis | null {
    return this.#analysis;
  }

  /** The layers that are shown. Unknown ones are passed over. */
  get layers(): Layer[] {
    const named = this.getAttribute('layers')?.split(/[\s,]+/);
    return LAYERS.filter((l) => named === undefined || named.includes(l));
  }
  set layers(layers: readonly Layer[]) {
    this.setAttribute('layers', layers.join(' '));
  }

  /** The item that stands out, or null. */
  get selected(): Item | null {
    return this.#selected;
  }

  /** Shows a text that was analysed elsewhere. Throws `TEXT_CHANGED` if the analysis is of another. */
  show(text: string, analysis: Analysis): void {
    checkText(text, items(analysis));
    this.#revision += 1;
    this.#text = text;
    this.#found(analysis);
  }

  /** Makes an item stand out and scrolls to it; null for none. */
  select(item: Item | null): void {
    if (item !== null && !this.#shown().some((i) => same(i, item))) return;
    this.#selected = item;
    this.#ring(true);
    this.#tell('copydesk-select', item);
  }

  connectedCallback(): void {
    if (!this.#isBuilt) this.#build();
    // Its own content is the text, unless it was given one.
    if (this.#text === '' && this.textContent?.trim()) this.text = this.textContent.trim();
    else if (this.#analysis === null && this.#text !== '') void this.#analyze();
  }

  attributeChangedCallback(): void {
    if (this.#selected !== null && !this.layers.includes(this.#selected.layer)) this.#selected = null;
    this.#render();
  }

  async #analyze(): Promise<void> {
    const revision = ++this.#revision;
    this.#analysis = null;
    this.#selected = null;
    this.#render();
    if (!this.isConnected || this.#text === '') return;
    try {
      const desk = this.#desk ?? (await load());
      if (revision !== this.#revision) return;
      const found = await desk.analyze(this.#text, this.#options);
      // The newest text wins: what was found in an older one is never shown on it.
      if (revision === this.#revision) this.#found(found);
    } catch (error) {
      if (revision !== this.#revision) return;
      this.#say('The text could not be analysed.');
      this.#tell('copydesk-error', error instanceof CopydeskError ? error : new CopydeskError('CRASHED', String(error), { cause: error }));
    }
  }

  #found(analysis: Analysis): void {
    this.#analysis = analysis;
    this.#selected = null;
    this.#render();
    const [quotes, numbers, names] = [analysis.quotes, analysis.numbers, analysis.names].map((l) => l.length);
    this.#say(`${counted(quotes!, 'quote')}, ${counted(numbers!, 'number')}, ${counted(names!, 'name')}`);
    this.#tell('copydesk-analysis', analysis);
  }

  #build(): void {
    this.#isBuilt = true;
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const make = (tag: string, attributes: Record<string, string>) => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      root.append(element);
      return element;
    };
    const buttons = make('div', { part: 'legend', role: 'group', 'aria-label': 'Layers' });
    make('p', { part: 'status', role: 'status' });
    const text = make('div', { part: 'text', tabindex: '0', role: 'document', 'aria-label': 'Text with marks' });
    buttons.addEventListener('click', (event) => {
      const layer = (event.target as Element).closest('button')?.dataset['layer'] as Layer | undefined;
      if (layer !== undefined) this.layers = LAYERS.filter((l) => this.layers.includes(l) !== (l === layer));
    });
    text.addEventListener('click', (event) => {
      const key = (event.target as Element).closest<HTMLElement>('mark')?.dataset['item'];
      this.select(this.#shown().find((i) => keyOf(i) === key) ?? null);
    });
    text.addEventListener('keydown', (event) => this.#key(event));
    this.#render();
  }

  /** Arrows go from item to item, Escape lets go. */
  #key(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || (step === undefined && event.key !== 'Escape')) return;
    const shown = this.#shown();
    if (step === undefined) this.select(null);
    else if (shown.length > 0) {
      const place = shown.findIndex((i) => this.#selected !== null && same(i, this.#selected));
      this.select(shown[place === -1 ? (step > 0 ? 0 : shown.length - 1) : (place + step + shown.length) % shown.length]!);
    }
    event.preventDefault();
  }

  #shown(): Item[] {
    return this.#analysis === null ? [] : items(this.#analysis, this.layers);
  }

  #part(name: string): Element | null {
    return this.shadowRoot?.querySelector(`[part="${name}"]`) ?? null;
  }

  #render(): void {
    if (!this.#isBuilt) return;
    const focused = (this.shadowRoot?.activeElement as HTMLElement | null)?.dataset['layer'];
    this.#part('legend')!.replaceChildren(...legend(this.#analysis, this.layers));
    if (focused !== undefined) this.shadowRoot!.querySelector<HTMLElement>(`button[data-layer="${focused}"]`)?.focus();
    this.#part('text')!.replaceChildren(page(this.#text, this.#shown(), keyOf, label));
    if (this.#analysis === null) this.#say('');
    this.#ring(false);
  }

  #ring(scrolls: boolean): void {
    const key = this.#selected === null ? undefined : keyOf(this.#selected);
    let first: Element | undefined;
    for (const mark of this.#part('text')?.querySelectorAll<HTMLElement>('mark') ?? []) {
      const isOn = mark.dataset['item'] === key;
      mark.classList.toggle('current', isOn);
      if (isOn) first ??= mark;
    }
    if (scrolls) first?.scrollIntoView({ block: 'nearest' });
  }

  #say(words: string): void {
    const status = this.#part('status');
    if (status !== null && status.textContent !== words) status.textContent = words;
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** Defines the element, under another name if you like. Again is nothing. */
export function define(name = 'copydesk-view'): void {
  if (typeof customElements === 'undefined' || customElements.get(name) !== undefined) return;
  // A class goes with one name only.
  customElements.define(name, name === 'copydesk-view' ? CopydeskView : class extends CopydeskView {});
}

function keyOf({ layer, entry }: Item): string {
  return `${layer}-${entry.id}`;
}

function same(a: Item, b: Item): boolean {
  return keyOf(a) === keyOf(b);
}

function counted(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
