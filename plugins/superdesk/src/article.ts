import type { IArticle } from 'superdesk-api';

/** What ends a paragraph. */
const BLOCKS = new Set('ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE H1 H2 H3 H4 H5 H6 HR LI OL P PRE SECTION TABLE TD TH TR UL'.split(' '));

/** What holds no words of the article. */
const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG'.split(' '));

/** Headline, abstract and body as text, paragraphs set apart by an empty line. */
export function textOf({ headline, abstract, body_html }: IArticle): string {
  return [headline, abstract, body_html]
    .map((html) => plain(html || ''))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The day that *Monday* is read from: of the dateline or of the first publication, `YYYY-MM-DD`. */
export function dayOf({ dateline, firstpublished }: IArticle): string | undefined {
  const date = (dateline && dateline.date) || firstpublished || '';
  return /^\d{4}-\d\d-\d\d/.test(date) ? date.slice(0, 10) : undefined;
}

/** The words of HTML. It is parsed into a document of its own, where nothing runs or loads. */
function plain(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const parts: string[] = [];
  // By hand, not by recursion: markup may be deeper than the stack. A string on it is put down as it is.
  const stack: (Node | string)[] = [body];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === 'string') parts.push(next);
    else if (next.nodeType === 3) parts.push((next as Text).data.replace(/[ \t\n\r\f]+/g, ' '));
    else if (next.nodeName === 'BR') parts.push('\n');
    else if (next.nodeType === 1 && !SKIPPED.has(next.nodeName)) {
      const edge = BLOCKS.has(next.nodeName) ? ['\n\n'] : [];
      stack.push(...edge, ...Array.from(next.childNodes).reverse(), ...edge);
    }
  }
  return parts
    .join('')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
