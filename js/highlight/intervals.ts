/** Spans that can be asked what lies over a place, in time that grows with the answer and the logarithm of their number. */
export class Intervals<T extends { start: number; end: number }> {
  readonly #sorted: T[];
  /** The furthest end in the subtree whose middle is here: the tree lies in the sorted list, the middle of each half on top of it. */
  readonly #reach: number[];

  constructor(all: readonly T[]) {
    this.#sorted = [...all].sort((a, b) => a.start - b.start || b.end - a.end);
    this.#reach = Array.from({ length: all.length }, () => 0);
    this.#measure(0, all.length);
  }

  /** What overlaps `start..end`, by place; of what begins together, the longest first. */
  over(start: number, end: number): T[] {
    const found: T[] = [];
    this.#collect(0, this.#sorted.length, start, end, found);
    return found;
  }

  #measure(low: number, high: number): number {
    if (low >= high) return -1;
    const middle = (low + high) >> 1;
    const reach = Math.max(this.#sorted[middle]!.end, this.#measure(low, middle), this.#measure(middle + 1, high));
    this.#reach[middle] = reach;
    return reach;
  }

  #collect(low: number, high: number, start: number, end: number, found: T[]): void {
    if (low >= high) return;
    const middle = (low + high) >> 1;
    if (this.#reach[middle]! <= start) return;
    this.#collect(low, middle, start, end, found);
    const item = this.#sorted[middle]!;
    if (item.start >= end) return;
    if (item.end > start) found.push(item);
    this.#collect(middle + 1, high, start, end, found);
  }
}
