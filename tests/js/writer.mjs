/** Somebody at work on an article: edits that look random and are the same in every run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { files, root } from './help.mjs';

/** What is typed and pasted: all that makes words, paragraphs, quotes, names and figures begin and end, and evidence turn. */
export const PIECES = [
  ...['a', 'e', 's', 'x', 'A', 'T', 'é', '😀', '\uD83D', '\uDE00', '’', "'", '"', '“', '”', '‘', '.', ',', ':', ';', '-', '—', '(', ')'],
  ...[' ', '  ', '\n', '\n\n', '\r\n', '\u00ad', '\u0301', '1', '9', '$', '%', '”\n\n“', '“\n\n'],
  ...[',” she said. ', ',” said Ada Brown, the minister. ', ' according to Brown', 'Ada Brown', 'Brown', 'brown', 'BROWN', 'Mr Brown'],
  ...['Brown plc', 'Ada', 'The Brown Bank (BB)', 'BB', 'in Brown, Ohio, ', 'Dr. ', 'U.S. ', ' said that he would not go. ', 'He said: “', ' and told ', '„'],
  ...['WALLACE: ', '— Ada Brown', '$5 million', '5 to 7 per cent', 'on Monday', 'www.example.org/a', 'A LINE IN CAPITALS OF BROWN BANK\n'],
  'President Xi Jinping of China told reporters in Paris on Friday, “We will not go.”\n',
  'this line was wrapped by a mail program somewhere after the\nsixth word of it and goes on ',
];

/** The articles of the tests, and an empty one. */
export function articles() {
  const folder = join(root, 'tests/articles');
  return [...files(folder, '.txt').map((f) => readFileSync(join(folder, f), 'utf8')), ''];
}

export class Writer {
  #state;
  #at = 0;
  #past = [];

  constructor(seed) {
    this.#state = seed;
  }

  below(limit) {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * Math.max(1, limit));
  }

  /** The next edit of a text: typing where the last one was, deleting, pasting from elsewhere in the text, undoing. */
  next(text) {
    const action = this.below(10);
    const undone = this.#past.pop();
    if (undone !== undefined && action === 0 && undone.text === text) return undone.edit;
    if (this.below(4) === 0 || this.#at > text.length) this.#at = this.below(text.length + 1);
    const from = this.#at;
    let [to, insert] = [from, ''];
    if (action < 3) to = Math.min(text.length, from + this.below(this.below(4) === 0 ? 400 : 12));
    else if (action === 3) insert = text.slice(this.below(text.length)).slice(0, this.below(120));
    else insert = PIECES[this.below(PIECES.length)];
    this.#at = from + insert.length;
    const now = text.slice(0, from) + insert + text.slice(to);
    this.#past.push({ text: now, edit: { from, to: this.#at, insert: text.slice(from, to) } });
    return { from, to, insert };
  }
}
