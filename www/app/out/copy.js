/** A quote with who said it, to the clipboard: as text, and as HTML for programs that take it. */
import { t } from '../messages/index.js';
import { chains } from '../state/layers.js';
import { inMarks } from '../view/lists.js';

/** Puts the quote that begins there on the clipboard. Rejects if the browser refuses. @param {Analysis} analysis @param {Place} at */
export async function copyQuote(analysis, at) {
  const blobs = Object.entries(attributed(analysis, at)).map(([type, content]) => [type, new Blob([content], { type })]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

/** The keys that copy do the same for the ringed quote, where no words are selected. @param {Store} store @param {() => void} done */
export function copyKeys({ state }, done) {
  document.addEventListener('copy', (event) => {
    const { report, selected } = state;
    const isOther = getSelection()?.isCollapsed === false || document.activeElement?.matches('input, textarea');
    if (isOther || report === null || selected?.layer !== 'quotes') return;
    for (const [type, content] of Object.entries(attributed(report.analysis, selected))) event.clipboardData?.setData(type, content);
    event.preventDefault();
    done();
  });
}

/** A quote with its speaker, by type. @param {Analysis} analysis @param {Place} at @returns {Record<string, string>} */
function attributed({ quotes, names }, at) {
  const chain = chains(quotes).find((c) => c.some((q) => q.start === at.start && q.end === at.end)) ?? [];
  const [first] = chain;
  if (first === undefined) return {};
  const words = inMarks(chain);
  const name = first.speakerName ?? first.speaker?.text ?? t('quotes.nobody');
  const role = first.speakerId === null ? null : (names[first.speakerId]?.role ?? null);
  const who = role === null ? name : t('copy.who', { name, role });
  const quote = words.split('\n').map((line) => `<p>${escaped(line)}</p>`).join('');
  const source = `— <strong>${escaped(name)}</strong>${role === null ? '' : `, ${escaped(role)}`}`;
  return { 'text/plain': `${words}\n— ${who}`, 'text/html': `<blockquote>${quote}</blockquote><p>${source}</p>` };
}

/** Text as HTML writes it. @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
