/**
 * The side panel that every host shows: quotes by speaker, numbers, names, and what should be checked. Plain elements in whatever
 * element the host gives; text becomes text nodes, never markup.
 */
import { lists } from './rows.js';
import { fill, strings as english } from './strings.js';

/**
 * @typedef {import('./rows.js').Row} Row @typedef {import('./rows.js').List} List @typedef {import('./rows.js').Group} Group
 * @typedef {import('./rows.js').Layer} Layer
 *
 * A place that was picked: the words, and the layer they belong to.
 * @typedef {{ layer: Layer, start: number, end: number, text: string }} Pick
 */

/** A panel. It reads nothing itself: it is shown analyses, and tells what is picked. */
export class Panel {
  #host;
  #strings;
  #locale;
  #onPick;
  #status;
  #body;
  /** @type {Map<string, Row>} */
  #rows = new Map();
  /** The row that was picked last, and which of its places. */
  #picked = { key: '', place: -1 };

  /**
   * Puts itself into `host`, which should be empty.
   * @param {HTMLElement} host
   * @param {{ onPick: (pick: Pick) => void, strings?: typeof english, locale?: string }} settings
   */
  constructor(host, { onPick, strings = english, locale = host.ownerDocument.documentElement.lang || 'en' }) {
    this.#host = host;
    this.#strings = strings;
    this.#locale = supported(locale);
    this.#onPick = onPick;
    host.classList.add('copydesk-panel');
    this.#status = make(host, 'p', { class: 'copydesk-status', role: 'status' });
    this.#body = make(host, 'div', {});
    this.#body.addEventListener('click', this.#click);
    host.append(this.#status, this.#body);
    this.say(strings.reading);
  }

  /** Lists what was found. The focus and closed sections stay as they are. @param {import('../lib/index.js').Analysis} analysis */
  show(analysis) {
    const strings = this.#strings;
    const focused = /** @type {HTMLElement | null} */ (this.#host.ownerDocument.activeElement)?.closest('button')?.dataset['key'];
    const closed = new Set([...this.#body.querySelectorAll('details:not([open])')].map((d) => /** @type {HTMLElement} */ (d).dataset['list']));
    const all = lists(analysis, strings, this.#locale);
    this.#rows = new Map(all.flatMap((l) => l.groups).flatMap((g) => g.rows).map((r) => [r.key, r]));
    this.#picked = { key: '', place: -1 };
    this.#body.replaceChildren(...all.map((list) => this.#list(list, !closed.has(list.name))));
    if (focused !== undefined) this.#button(focused)?.focus();
    const { quotes, numbers, names } = analysis;
    this.say(fill(strings.found, { quotes: quotes.length, numbers: numbers.length, names: names.length }));
  }

  /** Lists nothing, and says why. @param {string} message */
  clear(message) {
    this.#rows.clear();
    this.#body.replaceChildren();
    this.say(message);
  }

  /** Says a sentence, also to screen readers. @param {string} message */
  say(message) {
    if (this.#status.textContent !== message) this.#status.textContent = message;
  }

  /** Leaves the host as it was. Again is nothing. */
  dispose() {
    this.#body.removeEventListener('click', this.#click);
    this.#host.classList.remove('copydesk-panel');
    this.#status.remove();
    this.#body.remove();
  }

  /** Each further click on a row leads to its next place. @param {MouseEvent} event */
  #click = (event) => {
    const key = /** @type {Element} */ (event.target).closest('button')?.dataset['key'];
    const row = key === undefined ? undefined : this.#rows.get(key);
    if (row === undefined || row.places.length === 0) return;
    this.#button(this.#picked.key)?.removeAttribute('aria-current');
    this.#picked = { key: row.key, place: this.#picked.key === row.key ? (this.#picked.place + 1) % row.places.length : 0 };
    this.#button(row.key)?.setAttribute('aria-current', 'true');
    const { start, end, text } = /** @type {import('../lib/index.js').Span} */ (row.places[this.#picked.place]);
    this.#onPick({ layer: row.layer, start, end, text });
  };

  /** @param {string} key */
  #button(key) {
    return [...this.#body.querySelectorAll('button')].find((b) => b.dataset['key'] === key);
  }

  /** @param {List} list @param {boolean} isOpen */
  #list({ name, heading, groups, count }, isOpen) {
    const details = make(this.#host, 'details', { 'data-list': name });
    details.open = isOpen;
    const summary = make(this.#host, 'summary', {}, heading, ' ', make(this.#host, 'span', { class: 'copydesk-count' }, String(count)));
    details.append(summary, ...groups.flatMap((g) => this.#group(g)));
    return details;
  }

  /** @param {Group} group */
  #group({ heading, role, rows }) {
    const list = make(this.#host, 'ul', {}, ...rows.map((r) => make(this.#host, 'li', {}, this.#row(r))));
    if (heading === null) return [list];
    // No heading: its level would be the host's to say.
    list.setAttribute('aria-label', heading);
    const title = make(this.#host, 'p', { class: 'copydesk-speaker' }, heading);
    if (role !== null) title.append(' ', make(this.#host, 'small', {}, role));
    return [title, list];
  }

  /** @param {Row} row */
  #row({ key, layer, said, beside }) {
    const words = make(this.#host, 'span', { class: `copydesk-said copydesk-${layer}` }, said);
    const small = beside.map((b) => make(this.#host, 'small', {}, b));
    return make(this.#host, 'button', { type: 'button', 'data-key': key }, words, ...small.flatMap((s) => [' ', s]));
  }
}

/** A locale that `Intl` takes: WordPress writes en_GB, and a page may say anything. @param {string} locale */
function supported(locale) {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {HTMLElement} host whose document it is made in
 * @param {T} tag @param {Record<string, string>} attributes @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
function make(host, tag, attributes, ...children) {
  const made = host.ownerDocument.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
