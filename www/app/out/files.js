/** What was found, as files: those of the package, of the analysis as it was corrected. */
import { toCsv, toHtml, toJson, toMarkdown, toWebAnnotations } from '../../lib/export/index.js';
import { element } from '../dom.js';
import { word } from '../messages/index.js';

const BOM = { bom: true };

/** File names are fixed: nothing of the article gets into them. @type {readonly { name: string, type: string, make: (report: Reading) => string }[]} */
export const EXPORTS = [
  { name: 'copydesk.json', type: 'application/json', make: ({ analysis }) => toJson(analysis) },
  { name: 'copydesk-quotes.csv', type: 'text/csv', make: ({ analysis }) => toCsv(analysis, 'quotes', BOM) },
  { name: 'copydesk-numbers.csv', type: 'text/csv', make: ({ analysis }) => toCsv(analysis, 'numbers', BOM) },
  { name: 'copydesk-names.csv', type: 'text/csv', make: ({ analysis }) => toCsv(analysis, 'names', BOM) },
  { name: 'copydesk-checks.csv', type: 'text/csv', make: ({ analysis }) => toCsv(analysis, 'checks', BOM) },
  { name: 'copydesk.html', type: 'text/html', make: ({ source, analysis }) => toHtml(source, analysis) },
  { name: 'copydesk.md', type: 'text/markdown', make: ({ analysis }) => toMarkdown(analysis) },
  {
    name: 'copydesk-annotations.jsonld',
    type: 'application/ld+json',
    make: ({ source, analysis }) => `${JSON.stringify(toWebAnnotations(source, analysis, { target: 'urn:copydesk:article', unit: 'code-point' }), null, 2)}\n`,
  },
];

/** Fills the menu, which a choice, a click elsewhere and Escape close. @param {Store} store @param {HTMLDetailsElement} menu */
export function exportMenu(store, menu) {
  const list = element('div');
  for (const { name, type, make } of EXPORTS) {
    const button = element('button', { type: 'button', 'data-file': name }, word('export', name));
    button.addEventListener('click', () => {
      const { report } = store.state;
      if (report === null) return;
      download(name, type, make(report));
      store.set({ exported: report });
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

/** A file for the user, which the page itself never opens. @param {string} name @param {string} type @param {string} content */
export function download(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = element('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
