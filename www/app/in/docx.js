/** The text of a Word file: a paragraph a line, an empty line between them. */
import { strFromU8, unzipSync } from '../../lib/fflate.js';
import { decoded } from './html.js';

const BODY = 'word/document.xml';

/** A document of more than this is no article, and a file that says so may be a bomb. */
const LARGEST = 32 << 20;

/** What is not what it says throws an `Error`. @param {Uint8Array} bytes */
export function docxText(bytes) {
  const files = unzipSync(bytes, { filter: ({ name, originalSize }) => name === BODY && originalSize <= LARGEST });
  const body = files[BODY];
  if (body === undefined) throw new Error('no document');
  return paragraphs(strFromU8(body));
}

/** Text is in `w:t`; what was deleted in a tracked change is in `w:delText`, which is left out. @param {string} xml */
function paragraphs(xml) {
  /** @type {string[]} */
  const all = [];
  let line = '';
  for (const [, text, tag] of xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<(w:tab\/|w:tab\s|w:br\b|w:cr\b|w:noBreakHyphen\b|\/w:p>)/g)) {
    if (text !== undefined) line += decoded(text);
    else if (tag?.startsWith('w:tab')) line += ' ';
    else if (tag === 'w:noBreakHyphen') line += '-';
    else if (tag === '/w:p>') {
      if (line.trim() !== '') all.push(line.trim());
      line = '';
    } else line += '\n';
  }
  return all.join('\n\n');
}
