/**
 * A quote with who said it, to the clipboard: as text, and as HTML for programs that take it.
 *
 * @typedef {import('../../lib/index.js').Analysis} Analysis
 * @typedef {import('../../lib/index.js').Quote} Quote
 */
import { element } from '../dom.js';
import { t } from '../messages/index.js';
import { chains } from '../state/layers.js';
import { inMarks } from '../view/quotes.js';

/** Puts the quote that begins there on the clipboard. Rejects if the browser refuses. @param {Analysis} analysis @param {{ start: number, end: number }} at */
export async function copyQuote(analysis, at) {
  const chain = chains(analysis.quotes).find((c) => c.some((q) => q.start === at.start && q.end === at.end));
  if (chain === undefined) return;
  const { text, html } = attributed(analysis, chain);
  const types = { 'text/plain': text, 'text/html': html };
  const blobs = Object.entries(types).map(([type, content]) => [type, new Blob([content], { type })]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

/** @param {Analysis} analysis @param {readonly Quote[]} chain */
export function attributed({ names }, chain) {
  const [first] = /** @type {[Quote]} */ (chain);
  const words = inMarks(chain);
  const name = first.speakerName ?? first.speaker?.text ?? t('quotes.nobody');
  const role = first.speakerId === null ? null : (names[first.speakerId]?.role ?? null);
  const who = role === null ? name : t('copy.who', { name, role });
  // Elements make the markup, so that every sign in the words is written as it has to be.
  const quote = element('blockquote', {}, ...words.split('\n').map((line) => element('p', {}, line)));
  const source = element('p', {}, '— ', element('strong', {}, name), ...(role === null ? [] : [`, ${role}`]));
  return { text: `${words}\n— ${who}`, html: quote.outerHTML + source.outerHTML };
}
