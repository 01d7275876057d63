/**
 * `<copydesk-view>`: give it a text, it shows the text with its quotes, figures and names marked, and a legend.
 *
 * ```js
 * import { define } from 'copydesk/element';
 * define();
 * document.querySelector('copydesk-view').text = article;
 * ```
 */
export { CopydeskError, type ErrorCode } from '../errors.js';
export type { Item } from '../items.js';
export { CopydeskView, define, type ViewDesk } from './view.js';
