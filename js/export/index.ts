/**
 * An analysis for other programs: files to save, tables to open, annotations to import.
 *
 * ```js
 * import { toCsv, toMarkdown } from 'copydesk/export';
 * const table = toCsv(desk.analyze(article), 'numbers');
 * ```
 *
 * Everything returned is text or plain JSON. Nothing here touches a document or the network. What gives a file in pieces, whose join is
 * the file, lets a page answer in between: see `toBlob`.
 */
export { toBlob } from './blob.js';
export { type CsvOptions, type CsvTable, csvPieces, toCsv } from './csv.js';
export { type HtmlOptions, htmlPieces, toHtml } from './html.js';
export { jsonPieces, readJson, toJson } from './json.js';
export { type MarkdownOptions, markdownPieces, toMarkdown } from './markdown.js';
export {
  type Anchored,
  type AnnotationOptions,
  type OffsetUnit,
  readWebAnnotations,
  toWebAnnotations,
  type WebAnnotation,
  webAnnotationPieces,
} from './web-annotation.js';
