import type { Layer } from '../options.js';

/** Names on the page's registry and classes of marks begin with this: it is shared with everybody. */
export const PREFIX = 'copydesk-';

/** The name of the item that is selected. */
export const CURRENT = `${PREFIX}current`;

/** What is painted later lies above. */
export const PRIORITY: Record<Layer, number> = { quotes: 1, indirect: 2, numbers: 3, entities: 4 };

/** Each layer by its underline, and by colour as well; a quote's line runs below those of what it holds. The colours are readable on light ground and on dark. */
const LOOKS: Record<Layer, string> = {
  quotes: 'text-decoration-line: underline; text-decoration-style: solid; text-decoration-thickness: 2px; text-decoration-color: #b26a00; text-underline-offset: 0.42em; background-color: rgb(255 190 70 / 0.16)',
  indirect: 'text-decoration-line: underline; text-decoration-style: dashed; text-decoration-thickness: 2px; text-decoration-color: #b26a00; text-underline-offset: 0.42em',
  numbers: 'text-decoration-line: underline; text-decoration-style: double; text-decoration-thickness: 2px; text-decoration-color: #00805a; text-underline-offset: 0.16em',
  entities: 'text-decoration-line: underline; text-decoration-style: dotted; text-decoration-thickness: 2px; text-decoration-color: #4a72d8; text-underline-offset: 0.16em',
};

/** The rules of one way of painting. */
function rules(selector: (name: string) => string): string {
  const layers = Object.entries(LOOKS).map(([layer, look]) => `${selector(PREFIX + layer)} { ${look} }`);
  return `${layers.join('\n')}\n${selector(CURRENT)} { background-color: rgb(90 140 255 / 0.35) }`;
}

const RULES = {
  css: rules((name) => `::highlight(${name})`),
  class: rules((name) => `.${name}`),
  mark: `mark.${PREFIX}mark { background: none; color: inherit }\n${rules((name) => `mark.${name}`)}`,
};

/** By the registry of highlights, by elements of ours, by classes that an editor puts on its own. */
type Way = keyof typeof RULES;

const adopted = new WeakMap<Document | ShadowRoot, Map<Way, { sheet: CSSStyleSheet; users: number }>>();

/** Gives a tree the rules of a way of painting, once however many use them. The function returned takes them back. */
export function adopt(scope: Document | ShadowRoot, way: Way): () => void {
  const sheets = adopted.get(scope) ?? new Map();
  adopted.set(scope, sheets);
  let entry = sheets.get(way);
  if (entry === undefined) {
    // A constructed sheet: no policy for styles has a say in it. It has to be one of the same document.
    const { CSSStyleSheet } = ('defaultView' in scope ? scope : scope.ownerDocument).defaultView as Window & typeof globalThis;
    entry = { sheet: new CSSStyleSheet(), users: 0 };
    entry.sheet.replaceSync(RULES[way]);
    sheets.set(way, entry);
    scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, entry.sheet];
  }
  const mine = entry;
  mine.users += 1;
  return () => {
    mine.users -= 1;
    if (mine.users > 0) return;
    sheets.delete(way);
    scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((s) => s !== mine.sheet);
  };
}
