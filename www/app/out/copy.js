/** A quote with who said it, to the clipboard: as text, and as HTML for programs that take it. */
import { t } from '../messages/index.js';
import { chains } from '../state/layers.js';
import { inMarks } from '../view/quotes.js';

/** Puts the quote that begins there on the clipboard. Rejects if the browser refuses. @param {Analysis} analysis @param {Place} at */
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
  const quote = words.split('\n').map((line) => `<p>${escaped(line)}</p>`).join('');
  const source = `— <strong>${escaped(name)}</strong>${role === null ? '' : `, ${escaped(role)}`}`;
  return { text: `${words}\n— ${who}`, html: `<blockquote>${quote}</blockquote><p>${source}</p>` };
}

/** Text as HTML writes it. @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
