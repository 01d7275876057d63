/**
 * What every adapter shares: an editor is a `Host` that can be read and painted; `follow` reads it after each rest in typing, has the text
 * analysed, and paints what still stands there.
 */
import type { Analysis } from '../contract.js';
import { CopydeskError } from '../errors.js';
import { contains } from '../highlight/highlight.js';
import { checkLayers, type Item, items, LAYERS } from '../items.js';
import type { Layer, Options } from '../options.js';
import type { Edit } from '../session/edit.js';
import { editBetween, moved } from './edit.js';

export { CopydeskError, type ErrorCode } from '../errors.js';
export { type Item, LAYERS, label } from '../items.js';
export type { Layer, Options } from '../options.js';

/** What analyses for an adapter: a desk, or that of a worker. It stays the caller's, who disposes of it. */
export interface Analyst {
  analyze(text: string, options?: Options, call?: { signal?: AbortSignal }): Analysis | Promise<Analysis>;
  /** Where there are sessions, one reads what an edit has changed and no more. */
  session?(text: string, options?: Options, call?: { signal?: AbortSignal }): Live | Promise<Live>;
}

/** A text that is being written, of `desk.session`; a worker's answers later. */
export interface Live {
  readonly text: string;
  readonly analysis: Analysis;
  update(edit: Edit, call?: { signal?: AbortSignal }): { analysis: Analysis } | Promise<{ analysis: Analysis }>;
  dispose(): void;
}

/** Settings of an adapter. */
export interface FollowOptions {
  /** Layers to paint. Default: all. */
  layers?: readonly Layer[] | undefined;
  /** Settings of each analysis. */
  analysis?: Options | undefined;
  /** How long typing has to rest before the text is read again, in milliseconds. Default: 250. */
  delay?: number | undefined;
  /** Whether to bring styles. Default: true. Without them style the names and classes `copydesk-quotes` and so on yourself. */
  styles?: boolean | undefined;
  /** Told of each analysis, with the text it was made of. */
  onAnalysis?: ((analysis: Analysis, text: string) => void) | undefined;
  /** Told of items that lost their paint because their words were edited. */
  onStale?: ((items: Item[]) => void) | undefined;
  /** Told of an analysis that failed. What was painted stays. Default: `reportError`, so that it is seen in the console. */
  onError?: ((error: CopydeskError) => void) | undefined;
}

/** An editor with its marks. */
export interface Adapter {
  /** The text that was painted last; places of `items` count in it. */
  readonly text: string;
  /** The items painted, by place. Those whose words were edited are gone from it. */
  readonly items: readonly Item[];
  /** Paints these layers only. */
  show(layers: readonly Layer[]): void;
  /** Makes an item stand out; null for none. */
  select(item: Item | null): void;
  /** Items under a point of the viewport (`clientX`, `clientY`), the innermost last. Asks every item: for clicks, not for every move. */
  atPoint(x: number, y: number): Item[];
  /** Where an item is painted, for scrolling to it; empty if it no longer is. */
  ranges(item: Item): Range[];
  /** Reads, analyses and paints now. Rejects with a `CopydeskError`. */
  refresh(): Promise<void>;
  /** Takes everything off and lets go of the editor. Again is nothing. */
  dispose(): void;
}

/** What an editor has to be able to do. */
export interface Host {
  /** The text as it is now. Throws `BAD_TARGET` where there is none to read. */
  read(): string;
  /** Paints these items, whose places are in the text read last, in place of those painted before. */
  paint(items: readonly Item[]): void;
  select(item: Item | null): void;
  ranges(item: Item): Range[];
  /** Whether painting has to wait: characters are being composed, say. */
  isBusy?(): boolean;
  /** Takes off everything. */
  close(): void;
}

/** What a host tells. */
export interface Told {
  /** The text may be another one. */
  edited(): void;
  /** The words of these items are no longer theirs; the host has taken their paint off. */
  stale(items: readonly Item[]): void;
}

/** How long typing rests before a text is read again, in milliseconds, unless set. */
const REST = 250;

/** Follows the editor that `open` connects to. */
export function follow(open: (told: Told) => Host, desk: Analyst, options: FollowOptions = {}): Adapter {
  return new Follower(open, desk, checked(desk, options));
}

class Follower implements Adapter {
  readonly #desk: Analyst;
  readonly #options: FollowOptions;
  readonly #host: Host;
  readonly #stop = new AbortController();
  #layers: readonly Layer[];
  #text = '';
  #items: readonly Item[] = [];
  #found: { text: string; items: readonly Item[] } | undefined;
  #session: Live | undefined;
  #running: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(open: (told: Told) => Host, desk: Analyst, options: FollowOptions) {
    this.#desk = desk;
    this.#options = options;
    this.#layers = options.layers ?? LAYERS;
    this.#host = open({ edited: () => this.#edited(options.delay ?? REST), stale: (gone) => this.#stale(gone) });
    this.#edited(0);
  }

  get text(): string {
    return this.#text;
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  show(layers: readonly Layer[]): void {
    checkLayers(layers);
    this.#layers = [...layers];
    if (!this.#isDisposed) ifThere(() => this.#paint(this.#host.read()));
  }

  select(item: Item | null): void {
    if (!this.#isDisposed && (item === null || this.#items.includes(item))) ifThere(() => this.#host.select(item));
  }

  atPoint(x: number, y: number): Item[] {
    return this.#items.filter((item) => this.ranges(item).some((range) => contains(range, x, y)));
  }

  ranges(item: Item): Range[] {
    return this.#items.includes(item) ? this.#host.ranges(item) : [];
  }

  async refresh(): Promise<void> {
    // What runs already may have read an older text.
    await this.#running?.catch(() => {});
    await this.#run();
    this.#stop.signal.throwIfAborted();
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#stop.abort(new CopydeskError('DISPOSED', 'the adapter was disposed of'));
    clearTimeout(this.#timer);
    this.#host.close();
    this.#leaveSession();
    this.#items = [];
    this.#found = undefined;
  }

  get #isDisposed(): boolean {
    return this.#stop.signal.aborted;
  }

  #edited(delay: number): void {
    if (this.#isDisposed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#again(), delay);
  }

  #stale(gone: readonly Item[]): void {
    const lost = new Set(gone);
    this.#items = this.#items.filter((item) => !lost.has(item));
    if (gone.length > 0) this.#options.onStale?.([...gone]);
  }

  /** One analysis at a time: a slow one is never overtaken for ever by those that follow it. */
  async #again(): Promise<void> {
    if (this.#running !== undefined) return void this.#running.catch(() => {}).then(() => this.#edited(0));
    await this.#run().catch((error: CopydeskError) => {
      // As in `ifThere`.
      if (this.#isDisposed || error.code === 'BAD_TARGET') return;
      if (this.#options.onError !== undefined) this.#options.onError(error);
      else reportError(error);
    });
  }

  #run(): Promise<void> {
    this.#running ??= this.#work().finally(() => (this.#running = undefined));
    return this.#running;
  }

  async #work(): Promise<void> {
    const { signal } = this.#stop;
    signal.throwIfAborted();
    clearTimeout(this.#timer);
    const text = this.#host.read();
    if (text === this.#found?.text) return this.#paint(text);
    let answer: Analysis | Promise<Analysis>;
    let analysis: Analysis;
    try {
      answer = this.#analyze(text);
      analysis = 'then' in answer ? await answer : answer;
    } catch (error) {
      // What a session that failed has read is not sure.
      this.#leaveSession();
      throw error;
    }
    signal.throwIfAborted();
    this.#found = { text, items: items(analysis) };
    // While a worker read it, it may have been edited.
    this.#paint('then' in answer ? this.#host.read() : text);
    this.#options.onAnalysis?.(analysis, text);
  }

  #analyze(text: string): Analysis | Promise<Analysis> {
    const { analysis } = this.#options;
    const call = { signal: this.#stop.signal };
    if (this.#desk.session === undefined) return this.#desk.analyze(text, analysis, call);
    if (this.#session === undefined) return after(this.#desk.session(text, analysis, call), (session) => this.#keep(session));
    const edit = editBetween(this.#session.text, text);
    return edit === null ? this.#session.analysis : after(this.#session.update(edit, call), (update) => update.analysis);
  }

  #keep(session: Live): Analysis {
    const { analysis } = session;
    this.#session = session;
    if (this.#isDisposed) this.#leaveSession();
    return analysis;
  }

  #leaveSession(): void {
    this.#session?.dispose();
    this.#session = undefined;
  }

  #paint(now: string): void {
    if (this.#found === undefined) return;
    if (this.#host.isBusy?.() === true) return this.#edited(Math.max(this.#options.delay ?? REST, 50));
    this.#text = now;
    this.#items = moved(this.#found.items, this.#found.text, now).filter((item) => this.#layers.includes(item.layer));
    this.#host.paint(this.#items);
  }
}

/** Goes on with a value, at once where it is there. */
function after<T, U>(value: T | Promise<T>, work: (value: T) => U): U | Promise<U> {
  return value instanceof Promise ? value.then(work) : work(value);
}

/** An editor that isn't there has nothing to mark; it tells when it is back. */
function ifThere(work: () => void): void {
  try {
    work();
  } catch (error) {
    if ((error as CopydeskError).code !== 'BAD_TARGET') throw error;
  }
}

const FIELDS = new Set<string>(['layers', 'analysis', 'delay', 'styles', 'onAnalysis', 'onStale', 'onError'] satisfies (keyof FollowOptions)[]);

function checked(desk: Analyst, options: FollowOptions): FollowOptions {
  const wrong = (option: string, what: string) => new CopydeskError('BAD_OPTION', `option ${option}: ${what}`, { option });
  if (typeof desk?.analyze !== 'function') throw wrong('desk', 'it has to be what load() of copydesk or copydesk/worker gives');
  for (const name of Object.keys(options)) if (!FIELDS.has(name)) throw wrong(name, `there is none of that name, but ${[...FIELDS].join(', ')}`);
  const { layers, delay } = options;
  if (layers !== undefined) checkLayers(layers);
  if (delay !== undefined && !(typeof delay === 'number' && delay >= 0)) throw wrong('delay', 'it has to be a number of milliseconds');
  return options;
}
