import type { Analysis } from '../contract.js';

/** The tables of an analysis. */
export type CsvTable = 'quotes' | 'numbers' | 'entities' | 'names' | 'checks';

/** Settings of `toCsv`. */
export interface CsvOptions {
  /** Whether the file begins with a byte order mark, without which Excel takes UTF-8 for something else. Default: false. */
  bom?: boolean | undefined;
}

type Cell = string | number | boolean | null | undefined;

/** One table of the analysis as CSV (RFC 4180: commas, CRLF, a line of titles). No cell is ever a formula: see `guarded`. */
export function toCsv(analysis: Analysis, table: CsvTable, options: CsvOptions = {}): string {
  return [...csvPieces(analysis, table, options)].join('');
}

/** The same table, line by line. */
export function* csvPieces(analysis: Analysis, table: CsvTable, { bom = false }: CsvOptions = {}): Generator<string> {
  if (bom) yield '\uFEFF';
  for (const row of TABLES[table](analysis)) yield `${row.map(cell).join(',')}\r\n`;
}

const TABLES: Record<CsvTable, (analysis: Analysis) => Iterable<Cell[]>> = {
  quotes: ({ quotes }) =>
    rows('id,start,end,kind,text,speaker,speaker as written,cue,continues,confidence', quotes, (q) => [
      q.id, q.start, q.end, q.kind, q.text, q.speakerName, q.speaker?.text, q.cue?.text, q.continues, q.confidence,
    ]),
  numbers: ({ numbers }) =>
    rows('id,start,end,kind,text,value,unit,iso,low,high,modifier,part,counted,per,ambiguous,confidence', numbers, (n) => [
      n.id, n.start, n.end, n.kind, n.text, n.exact, n.unit, n.iso, n.lo, n.hi, n.mod, n.part, n.counted?.text, n.per?.text, n.ambiguous, n.confidence,
    ]),
  entities: ({ entities }) =>
    rows('id,start,end,type,text,name,name id,confidence', entities, (e) => [e.id, e.start, e.end, e.type, e.text, e.name, e.nameId, e.confidence]),
  names: ({ names }) => rows('id,type,name,role,code,house id,mentions', names, (n) => [n.id, n.type, n.name, n.role, n.code, n.houseId, n.mentions.length]),
  checks: ({ checks }) =>
    rows('id,kind,severity,start,end,text,other start,other end,other text,message', checks, ({ id, kind, severity, spans: [at, other], message }) => [
      id, kind, severity, at!.start, at!.end, at!.text, other?.start, other?.end, other?.text, message,
    ]),
};

/** A line of titles and a line for every entry. */
function* rows<T>(titles: string, entries: readonly T[], cells: (entry: T) => Cell[]): Generator<Cell[]> {
  yield titles.split(',');
  for (const entry of entries) yield cells(entry);
}

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = guarded(value);
  // Semicolons and tabs too: what is set apart by them depends on the reader's country.
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A spreadsheet runs a cell that begins like this as a formula, wherever the text comes from. A plain negative number is none. */
function guarded(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}
