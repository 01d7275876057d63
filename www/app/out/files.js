/** What was found, as files: those of the package, of the analysis as it was corrected. */
import { csvPieces, htmlPieces, jsonPieces, markdownPieces, toBlob, webAnnotationPieces } from '../../lib/export/index.js';
import { element } from '../dom.js';
import { word } from '../messages/index.js';

const BOM = { bom: true };

/** Type and pieces of each file. The names are fixed: nothing of the article gets into them. @type {Record<string, [string, (report: Reading) => Iterable<string>]>} */
const EXPORTS = {
  'copydesk.json': ['application/json', ({ analysis }) => jsonPieces(analysis)],
  'copydesk-quotes.csv': ['text/csv', ({ analysis }) => csvPieces(analysis, 'quotes', BOM)],
  'copydesk-numbers.csv': ['text/csv', ({ analysis }) => csvPieces(analysis, 'numbers', BOM)],
  'copydesk-names.csv': ['text/csv', ({ analysis }) => csvPieces(analysis, 'names', BOM)],
  'copydesk-checks.csv': ['text/csv', ({ analysis }) => csvPieces(analysis, 'checks', BOM)],
  'copydesk.html': ['text/html', ({ source, analysis }) => htmlPieces(source, analysis)],
  'copydesk.md': ['text/markdown', ({ analysis }) => markdownPieces(analysis)],
  'copydesk-annotations.jsonld': ['application/ld+json', ({ source, analysis }) => webAnnotationPieces(source, analysis, { target: 'urn:copydesk:article', unit: 'code-point' })],
};

/** Fills the menu, which a choice, a click elsewhere and Escape close. @param {Store} store @param {HTMLDetailsElement} menu @param {Progress} progress */
export function exportMenu(store, menu, progress) {
  const list = element('div');
  for (const [name, [type, pieces]] of Object.entries(EXPORTS)) {
    const button = element('button', { type: 'button', 'data-file': name }, word('export', name));
    button.addEventListener('click', async () => {
      const { report } = store.state;
      if (report === null) return;
      button.disabled = true;
      progress(0);
      try {
        download(name, await toBlob(pieces(report), `${type};charset=utf-8`));
        store.set({ exported: report });
      } finally {
        progress(1);
        button.disabled = false;
      }
    });
    list.append(button);
  }
  menu.append(list);
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('.menu > summary') === null) menu.open = false;
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
    menu.open = false;
  });
}

/** A file for the user, which the page itself never opens. @param {string} name @param {Blob} content */
export function download(name, content) {
  const url = URL.createObjectURL(content);
  const link = element('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
