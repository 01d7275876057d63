/**
 * Marks what was found over any element, without touching its content.
 *
 * ```js
 * import { highlight, readText } from 'copydesk/highlight';
 * const page = readText(document.querySelector('article'));
 * const painting = highlight(page, desk.analyze(page.text));
 * ```
 */
export { CopydeskError, type ErrorCode } from '../errors.js';
export { type Item, LAYERS, label } from '../items.js';
export type { Layer } from '../options.js';
export { highlight, type HighlightOptions, type Painting } from './highlight.js';
export { type PageText, type Piece, readText } from './read.js';
