import type { Analysis } from '../contract.js';
import { checkText, type Item, items, label, LAYERS, pieces } from '../items.js';
import type { Layer } from '../options.js';

/** Settings of `toHtml`. */
export interface HtmlOptions {
  /** The page's title. Default: the first line of the text. */
  title?: string | undefined;
  /** Only these layers. Default: all. */
  layers?: readonly Layer[] | undefined;
}

/**
 * The text with its items marked, and lists of the quotes and of what to check, as an HTML page that needs nothing else and runs nothing.
 * To be saved or downloaded, not to be put into another page. Throws `TEXT_CHANGED` if the text is not the one that was analysed.
 */
export function toHtml(source: string, analysis: Analysis, options: HtmlOptions = {}): string {
  return [...htmlPieces(source, analysis, options)].join('');
}

/** The same page, of its text a mark at a time. Throws before the first piece. */
export function* htmlPieces(source: string, analysis: Analysis, { title, layers = LAYERS }: HtmlOptions = {}): Generator<string> {
  const all = items(analysis, layers);
  checkText(source, all);
  const head = title ?? source.split('\n', 1)[0]!.slice(0, 120);
  yield `<!doctype html>
<html lang="${escaped(analysis.language)}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(head)}</title>
<style>
${STYLE}</style>
<article>
`;
  yield* article(source, all);
  yield '</article>\n<section>\n<h2>Quotes</h2>\n<ul>\n';
  yield* quotes(analysis, layers);
  yield '</ul>\n</section>\n';
  yield* checks(analysis);
  yield '</html>\n';
}

/** Differ by their underline, and by colour as well. */
const STYLE = `body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.6 serif; }
mark { background: none; color: inherit; text-decoration-line: underline; text-decoration-thickness: 2px; text-underline-offset: 0.2em; }
.quotes { background: #fdf0d0; text-decoration-line: underline; text-decoration-style: solid; text-decoration-thickness: 2px; text-decoration-color: #8a5a00; }
.indirect { text-decoration-line: underline; text-decoration-style: dashed; text-decoration-thickness: 2px; text-decoration-color: #8a5a00; }
.numbers { text-decoration-line: underline; text-decoration-style: double; text-decoration-thickness: 2px; text-decoration-color: #0a6b4f; }
.entities { text-decoration-line: underline; text-decoration-style: dotted; text-decoration-thickness: 2px; text-decoration-color: #2a4fb0; }
`;

/** A paragraph a line; in it each stretch lies in the marks of its items, the longest outermost. */
function* article(source: string, all: readonly Item[]): Generator<string> {
  yield '<p>';
  let at = 0;
  for (const { start, end, over } of pieces(all)) {
    const open = over.map((i) => `<mark class="${i.layer}" title="${escaped(label(i))}">`).join('');
    const close = '</mark>'.repeat(over.length);
    yield lines(source.slice(at, start)) + open + lines(source.slice(start, end), `${close}</p>\n<p>${open}`) + close;
    at = end;
  }
  yield `${lines(source.slice(at))}</p>\n`;
}

function lines(text: string, between = '</p>\n<p>'): string {
  return text.split('\n').map(escaped).join(between);
}

function* quotes({ quotes }: Analysis, layers: readonly Layer[]): Generator<string> {
  for (const { kind, text, speakerName, speaker } of quotes) {
    if (!layers.includes(kind === 'indirect' ? kind : 'quotes')) continue;
    yield `<li><q>${escaped(text)}</q> — ${escaped(speakerName ?? speaker?.text ?? 'no source named')}</li>\n`;
  }
}

/** What to look at again, if there is anything. */
function* checks({ checks }: Analysis): Generator<string> {
  if (checks.length === 0) return;
  yield '<section>\n<h2>To check</h2>\n<ul>\n';
  for (const { spans, message } of checks) yield `<li>${spans.map((s) => `“${escaped(s.text)}”`).join(' / ')}: ${escaped(message)}</li>\n`;
  yield '</ul>\n</section>\n';
}

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ENTITIES.get(c)!);
}
