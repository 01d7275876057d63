/** What the tests of the adapters run in the page: a desk made by hand, an eye on what is painted, a ledger of what is left behind. */

const NAMES = ['Ada Brown', 'Lee', 'Kim'];

export const settled = () => new Promise((done) => setTimeout(done, 0));
export const frame = () => new Promise((done) => requestAnimationFrame(() => done()));

/** Finds the names and nothing else, so that nothing hangs on what an analysis finds; with `wait` as a worker would. */
export function analyst({ wait } = {}) {
  const desk = {
    calls: 0,
    aborted: 0,
    analyze(text, _options, { signal } = {}) {
      desk.calls += 1;
      const entities = [];
      for (const word of NAMES) {
        for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) entities.push({ start: at, end: at + word.length, text: word });
      }
      entities.sort((a, b) => a.start - b.start);
      const all = entities.map((e, id) => ({ id, ...e, type: 'PERSON', name: e.text, nameId: null, confidence: 1, rule: 'hand' }));
      const analysis = { schemaVersion: 1, language: 'en', quotes: [], marks: [], numbers: [], entities: all, names: [] };
      if (wait === undefined) return analysis;
      return new Promise((resolve, reject) => {
        setTimeout(() => resolve(analysis), wait);
        signal?.addEventListener('abort', () => ((desk.aborted += 1), reject(signal.reason)), { once: true });
      });
    },
  };
  return desk;
}

const NAME = 'copydesk-entities';

/** The words that are painted in the page, by highlights or by classes, in the order of the text. */
export function painted() {
  const ranges = [...(CSS.highlights.get(NAME) ?? [])].filter((r) => !r.collapsed);
  ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  return [...ranges.map(String), ...[...document.querySelectorAll(`.${NAME}`)].map((e) => e.textContent)];
}

/** Without what editors put where a caret would have no place. */
const bare = (words) => words.replace(/[\u2060\uFEFF\u200B]/g, '');

/** What is wrong with the paint at this moment; empty if nothing is. */
export function faults(marks) {
  const wrong = [];
  // A name may be painted in parts, where a part of it is bold.
  const whole = bare(painted().join(''));
  if (whole.replace(/Ada Brown|Lee|Kim/g, '') !== '') wrong.push(`painted: ${painted().join('|')}`);
  for (const item of marks?.items ?? []) {
    const words = bare(marks.ranges(item).map(String).join(''));
    if (words !== item.entry.text) wrong.push(`${item.entry.text} is on ${JSON.stringify(words)}`);
  }
  return wrong;
}

/** Looks at every frame until it is stopped, and gives what was wrong in any. */
export function watch(marks) {
  const wrong = [];
  let [isOn, frames] = [true, 0];
  const look = () => {
    frames += 1;
    wrong.push(...faults(marks));
    if (isOn) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  return () => ((isOn = false), { frames, wrong: [...new Set(wrong)] });
}

export function random(seed) {
  let state = seed;
  return (n) => (state = (state * 48271) % 2147483647) % Math.max(1, n);
}

/** Counts listeners, observers, timers, highlights, sheets and elements; `count()` tells how many there are. */
export function ledger() {
  const listeners = new Map();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  let ids = 0;
  const idOf = (object) => (listeners.has(object) ? listeners.get(object) : (listeners.set(object, ++ids), ids));
  const open = new Set();
  const key = (target, type, work, options) => [idOf(target), type, idOf(work), Boolean(options?.capture ?? options === true)].join();
  EventTarget.prototype.addEventListener = function (type, work, options) {
    const own = key(this ?? window, type, work, options);
    // Of signals and one-time calls the ledger can't tell when they end; they hold nothing that outlives them.
    if (work && !options?.once && !(this instanceof AbortSignal)) open.add(own);
    if (options?.signal) addEventListener.call(options.signal, 'abort', () => open.delete(own), { once: true });
    return addEventListener.call(this ?? window, type, work, options);
  };
  EventTarget.prototype.removeEventListener = function (type, work, options) {
    open.delete(key(this ?? window, type, work, options));
    return removeEventListener.call(this ?? window, type, work, options);
  };
  const observers = new Set();
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    const { observe, disconnect } = window[name].prototype;
    window[name].prototype.observe = function (...args) {
      observers.add(this);
      return observe.apply(this, args);
    };
    window[name].prototype.disconnect = function () {
      observers.delete(this);
      return disconnect.call(this);
    };
  }
  const timers = new Set();
  const { setTimeout, clearTimeout } = window;
  window.setTimeout = (work, time, ...rest) => {
    const id = setTimeout(() => (timers.delete(id), work(...rest)), time);
    timers.add(id);
    return id;
  };
  window.clearTimeout = (id) => (timers.delete(id), clearTimeout(id));
  return {
    count: () => ({
      listeners: open.size,
      observers: observers.size,
      timers: timers.size,
      highlights: CSS.highlights.size,
      sheets: document.adoptedStyleSheets.length,
      elements: document.querySelectorAll('*').length,
    }),
  };
}
