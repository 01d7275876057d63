/** A stretch of an editor's own text: places `start..end` as the editor counts them below `parent`. */
export interface Stretch<P> {
  parent: P;
  start: number;
  end: number;
}

/**
 * The text of an editor's model, and where each of its units stands there. Blocks are set apart by an empty line; what is no text in a line
 * (pictures, mentions) is left out.
 */
export class ModelText<P> {
  readonly #parts: string[] = [];
  readonly #stretches: (Stretch<P> & { at: number })[] = [];
  #length = 0;
  #break = '';

  get text(): string {
    return this.#parts.join('');
  }

  /** Where a block begins or ends. */
  block(): void {
    this.#break = '\n\n';
  }

  /** A line break in a block. */
  line(): void {
    this.#break = this.#break === '' ? '\n' : '\n\n';
  }

  /** Text that stands at `start` below `parent`, one place a UTF-16 unit. */
  add(text: string, parent: P, start: number): void {
    if (text === '') return;
    if (this.#length > 0) this.#put(this.#break);
    this.#break = '';
    const last = this.#stretches.at(-1);
    const joins = last?.parent === parent && last.end === start && last.at + last.end - last.start === this.#length;
    if (joins) last.end += text.length;
    else this.#stretches.push({ parent, start, end: start + text.length, at: this.#length });
    this.#put(text);
  }

  /** The stretches that make up a span of the text. */
  pieces(start: number, end: number): Stretch<P>[] {
    const found: Stretch<P>[] = [];
    for (let i = this.#first(start); i < this.#stretches.length && this.#stretches[i]!.at < end; i++) {
      const { parent, start: first, end: last, at } = this.#stretches[i]!;
      const [from, to] = [Math.max(first, first + start - at), Math.min(last, first + end - at)];
      if (from < to) found.push({ parent, start: from, end: to });
    }
    return found;
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** The first stretch that ends after an offset. */
  #first(offset: number): number {
    let [low, high] = [0, this.#stretches.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const { at, start, end } = this.#stretches[middle]!;
      if (at + end - start <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
