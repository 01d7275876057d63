/** Follows the article while the sidebar is open: reads it after each edit, lists what was found, marks it, and jumps to it. */
import { CopydeskError, highlight } from '../lib/highlight/index.js';
import { load } from '../lib/worker/web.js';
import { Panel } from '../panel/panel.js';
import { fill } from '../panel/strings.js';
import { Article } from './article.js';
import { canvas, publicationDay, selectBlock, state } from './host.js';
import { strings } from './strings.js';

/** The article is read when nothing was typed for so long, in milliseconds. */
const PAUSE = 400;

/** How often a canvas that is still being made is looked for. */
const TRIES = 40;

/** One sidebar's work, from opening to closing. */
export class Reading {
  #panel;
  #desk = load();
  #unsubscribe;
  /** @type {unknown[]} */
  #seen = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #tries = 0;
  /** @type {Article | null} */
  #article = null;
  /** @type {import('../lib/index.js').Analysis | null} */
  #analysis = null;
  /** @type {import('../lib/highlight/index.js').Painting | null} */
  #painting = null;
  /** @type {{ reference: string | undefined }} */
  #options = { reference: undefined };
  #isMarked = true;
  #isDisposed = false;

  /** @param {HTMLElement} host what the panel is put into */
  constructor(host) {
    this.#panel = new Panel(host, { strings, onPick: (pick) => this.#jump(pick) });
    this.#unsubscribe = wp.data.subscribe(() => this.#look());
    // Whoever needs it is told of its failure.
    this.#desk.catch(() => {});
    this.#look();
  }

  /** Whether to mark the words in the text. @param {boolean} isMarked */
  mark(isMarked) {
    this.#isMarked = isMarked;
    this.#paint();
  }

  /** Takes everything back: panel, marks, worker. Again is nothing. */
  dispose() {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#unsubscribe();
    clearTimeout(this.#timer);
    this.#painting?.dispose();
    this.#panel.dispose();
    this.#desk.then((desk) => desk.dispose(), () => {});
  }

  /** Called at every change of anything in the editor. */
  #look() {
    const now = state();
    if (now.every((part, i) => part === this.#seen[i])) return;
    const isFirst = this.#seen.length === 0;
    this.#seen = now;
    this.#tries = 0;
    this.#wait(isFirst ? 0 : PAUSE);
  }

  /** @param {number} time */
  #wait(time) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), time);
  }

  async #read() {
    const root = canvas();
    if (root === null || !root.isConnected) {
      this.#article = null;
      this.#paint();
      if (this.#tries++ < TRIES) this.#wait(PAUSE);
      else this.#panel.clear(strings.visualOnly);
      return;
    }
    const article = new Article(root);
    this.#article = article;
    this.#analysis = null;
    if (article.text === '') {
      this.#paint();
      this.#panel.clear(strings.empty);
      return;
    }
    const reference = publicationDay();
    // The same object for the same settings: then they are checked once.
    if (reference !== this.#options.reference) this.#options = { reference };
    try {
      const desk = await this.#desk;
      const analysis = await desk.analyze(article.text, this.#options, { key: 'article' });
      if (this.#isDisposed || this.#article !== article) return;
      this.#analysis = analysis;
      this.#panel.show(analysis);
      this.#paint();
    } catch (error) {
      if (this.#isDisposed || this.#article !== article || (error instanceof CopydeskError && error.code === 'SUPERSEDED')) return;
      this.#panel.clear(fill(strings.failed, { message: error instanceof Error ? error.message : String(error) }));
    }
  }

  #paint() {
    this.#painting?.dispose();
    this.#painting = null;
    const article = this.#article;
    // The canvas may have gone meanwhile; a new one is read when it is there.
    if (this.#isDisposed || !this.#isMarked || article === null || this.#analysis === null || !article.root.isConnected) return;
    this.#painting = highlight(article, this.#analysis);
  }

  /** Selects the block and the words, and shows them. @param {import('../panel/panel.js').Pick} pick */
  #jump({ layer, start, end, text }) {
    const range = this.#article?.range(start, end);
    const editable = this.#article?.editable(start, end);
    // Words that have been edited since are not there to be selected.
    if (!range || !editable?.isConnected || !text.replace(/\s+/g, '').startsWith(range.toString().replace(/\s+/g, ''))) return;
    selectBlock(editable);
    editable.focus({ preventScroll: true });
    const selection = editable.ownerDocument.defaultView?.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    editable.scrollIntoView({ block: 'center' });
    const item = this.#painting?.items.find((i) => i.layer === layer && i.start === start && i.end === end);
    this.#painting?.select(item ?? null);
  }
}
