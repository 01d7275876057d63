/**
 * An analysis for other programs: files to save, tables to open, annotations to import.
 *
 * ```js
 * import { toCsv, toMarkdown } from 'copydesk/export';
 * const table = toCsv(desk.analyze(article), 'numbers');
 * ```
 *
 * Everything returned is text or plain JSON. Nothing here touches a document or the network.
 */
export { type CsvOptions, type CsvTable, toCsv } from './csv.js';
export { type HtmlOptions, toHtml } from './html.js';
export { readJson, toJson } from './json.js';
export { type MarkdownOptions, toMarkdown } from './markdown.js';
export {
  type Anchored,
  type AnnotationOptions,
  type OffsetUnit,
  readWebAnnotations,
  toWebAnnotations,
  type WebAnnotation,
} from './web-annotation.js';
