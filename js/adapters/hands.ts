/** How long after a key or a press a browser may take to say where the caret went, in milliseconds. */
const LATE = 100;

/**
 * Whether somebody has just used keys or pointer on an element. Editors that render their own content hear of a caret only after it has
 * moved; rendered in between, they would set it back.
 */
export class Hands {
  readonly #stop = new AbortController();
  #last = -Infinity;

  constructor(element: HTMLElement) {
    for (const type of ['keydown', 'pointerdown']) {
      element.addEventListener(type, () => (this.#last = performance.now()), { signal: this.#stop.signal, capture: true, passive: true });
    }
  }

  get areOn(): boolean {
    return performance.now() - this.#last < LATE;
  }

  /** Listens no longer. */
  letGo(): void {
    this.#stop.abort();
  }
}
