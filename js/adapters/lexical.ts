/**
 * Marks in Lexical, over its element and beside its nodes: the editor's state never hears of them.
 *
 * ```js
 * import { followLexical } from 'copydesk/adapters/lexical';
 * const marks = followLexical(editor, desk);
 * ```
 */
import { CopydeskError } from '../errors.js';
import { ElementHost } from './dom.js';
import { type Adapter, type Analyst, follow, type FollowOptions } from './follow.js';

export * from './follow.js';

/** Of a `LexicalEditor`, what is used. */
export interface Lexical {
  registerRootListener(listener: (root: HTMLElement | null) => void): () => void;
}

/** Follows an editor, from one root element to the next. Throws `BAD_TARGET` if it is none. */
export function followLexical(editor: Lexical, desk: Analyst, options: FollowOptions = {}): Adapter {
  if (typeof editor?.registerRootListener !== 'function') throw new CopydeskError('BAD_TARGET', 'what should be followed is no editor of Lexical');
  return follow((told) => {
    const host = new ElementHost(told, options, null);
    // Lexical calls at once with the element it has, and with null when it lets go of one.
    const leave = editor.registerRootListener((root) => host.move(root));
    return {
      read: () => host.read(),
      paint: (items) => host.paint(items),
      select: (item) => host.select(item),
      ranges: (item) => host.ranges(item),
      close() {
        leave();
        host.close();
      },
    };
  }, desk, options);
}
