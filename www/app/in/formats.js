/**
 * HTML, Markdown and Word files as the text that they show, in pieces: a paragraph a line, an empty line between blocks. They are read as text, never
 * parsed into a document, so nothing in them can load or run.
 */
import { Unzip, UnzipInflate } from '../../lib/fflate.js';

/** Elements whose content is no text of the article. */
const SILENT = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'math', 'iframe', 'object', 'select', 'textarea', 'button', 'nav', 'figure', 'audio', 'video', 'canvas']);

/** Elements that stand in a block of their own. */
const BLOCKS = new Set(['address', 'article', 'aside', 'blockquote', 'body', 'dd', 'div', 'dl', 'dt', 'figcaption', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'ol', 'p', 'pre', 'section', 'table', 'tr', 'ul']);

/**
 * A tag, a comment or a declaration; a "<" that begins none of these is text. Attributes may hold ">" and "<" in quotation marks. No pattern
 * here looks from each of many places through all the rest: what has no end ends where its like begins, or with the text.
 */
const TAG = /<(?:!--[\s\S]*?(?:-->|$)|[!?][^>]*(?:>|$)|(\/?)([a-zA-Z][^\s\/<>]*)(?=[\s\/>])(?:[^<>"']|"[^"]*"|'[^']*')*>)/g;

/** @param {string} html */
export function* htmlText(html) {
  let before = '';
  let line = '';
  let at = 0;
  /** The silent element that we are in, if we are in one. */
  let silent = '';
  const flush = () => {
    const text = line.split('\n').map((l) => l.replace(/[ \t\f]+/g, ' ').trim()).join('\n').trim();
    const said = text && before + text;
    if (text !== '') before = '\n\n';
    line = '';
    return said;
  };
  const say = (/** @type {number} */ to) => {
    if (silent === '') line += decoded(html.slice(at, to).replace(/\s+/g, ' '));
  };
  for (const tag of html.matchAll(TAG)) {
    yield '';
    const [whole, slash, written] = tag;
    const name = written?.toLowerCase();
    say(tag.index);
    at = tag.index + whole.length;
    if (name === undefined) continue;
    if (silent !== '') {
      if (slash === '/' && name === silent) silent = '';
    } else if (slash === '' && SILENT.has(name) && !whole.endsWith('/>')) {
      yield flush();
      silent = name;
      // What is in these is no markup, so their end is looked for as it is written.
    } else if (name === 'br') line += '\n';
    else if (name === 'td' || name === 'th') line += ' ';
    else if (BLOCKS.has(name)) yield flush();
  }
  say(html.length);
  yield flush();
}

/** HTML's names for U+00A0 to U+00FF, in that order. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const NAMED = new Map([
  ...LATIN.split(' ').map((name, i) => /** @type {const} */ ([name, String.fromCharCode(160 + i)])),
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', lsaquo: '‹', rsaquo: '›', hellip: '…', bull: '•', euro: '€', trade: '™', prime: '′', Prime: '″', minus: '−', ensp: ' ', emsp: ' ', thinsp: ' ', OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š', zwnj: '\u200C', zwj: '\u200D' }),
]);

/** Text with its character references resolved; one that is none stays. @param {string} text */
function decoded(text) {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][\da-zA-Z]{1,7}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point === 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? '\uFFFD' : String.fromCodePoint(point);
  });
}

/** What is said stays, the signs go. @param {string} markdown */
export function* markdownText(markdown) {
  const text = markdown.replace(/\r\n?/g, '\n').replace(/^---\n[\s\S]*?\n---\n/, '');
  let before = '';
  for (const line of text.split('\n')) {
    if (/^\s{0,3}(=+|-{3,}|\*{3,}|_{3,}|```.*|~~~.*)\s*$/.test(line)) continue;
    const said = inline(line.replace(/^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+)+/, '').trimEnd().replace(/\s#+$/, ''));
    if (said.trim() !== '') yield before + said;
    before = said.trim() !== '' ? '\n' : before && '\n\n';
  }
}

/** @param {string} line */
function inline(line) {
  return line
    .replace(/!\[[^[\]]*\]\((?:[^()]|\([^()]*\))*\)/g, '')
    .replace(/\[([^[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^[\]]*\])/g, '$1')
    .replace(/(\*{1,3})(?=\S)([^*]+)(?<=\S)\1/g, '$2')
    .replace(/(^|[^\p{L}\p{N}])(_{1,3})(?=\S)([^_]+)(?<=\S)\2(?![\p{L}\p{N}])/gu, '$1$3')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]<>()#+.!|~-])/g, '$1');
}

const BODY = 'word/document.xml';

/** A document of more than this is no article, and a file that says so may be a bomb. */
const LARGEST = 32 << 20;

/** Bytes that are unpacked at once: a thousand times as many come of them at most. */
const CHUNK = 1024;

/** What is not what it says throws an `Error`. @param {Uint8Array} bytes */
export function* docxText(bytes) {
  const utf8 = new TextDecoder();
  /** @type {string | undefined} */
  let xml;
  const zip = new Unzip((file) => {
    if (file.name !== BODY) return;
    file.ondata = (error, data, final) => {
      if (error) throw error;
      xml = (xml ?? '') + utf8.decode(data, { stream: !final });
      if (xml.length > LARGEST) throw new Error('too large');
    };
    file.start();
  });
  zip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += CHUNK) {
    zip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
    yield '';
  }
  if (xml === undefined) throw new Error('no document');
  yield* paragraphs(xml);
}

/** Text and what parts it; and what holds text that stands elsewhere too: where something was moved from, and text boxes for old programs. */
const PIECE = /<w:t(?:\s[^<>]*)?>([^<]*)<\/w:t>|<(w:tab\/|w:tab\s|w:br\b|w:cr\b|w:noBreakHyphen\b|w:tr[\s>]|\/(?:w:p|w:tc|w:tr|w:moveFrom|mc:Fallback)>)|<(w:moveFrom|mc:Fallback)(?:\s[^<>]*)?(?<!\/)>/g;

/** Text is in `w:t`; what was deleted in a tracked change is in `w:delText`, which is left out. A row of a table is a line if its cells are. @param {string} xml */
function* paragraphs(xml) {
  let [before, line, twice, isRow, cells] = ['', '', '', false, 0];
  /** @type {string[]} */
  let lines = [];
  for (const [, text, tag = '', begins] of xml.matchAll(PIECE)) {
    if (twice !== '') {
      if (tag === `/${twice}>`) twice = '';
    } else if (begins !== undefined) twice = begins;
    else if (text !== undefined) line += decoded(text);
    else if (tag.startsWith('w:tab')) line += ' ';
    else if (tag === 'w:noBreakHyphen') line += '-';
    else if (tag === '/w:tc>') cells += 1;
    else if (!/^.?w:(p|tr)/.test(tag)) line += '\n';
    else {
      lines.push(line.trim());
      line = '';
      if (isRow && tag === '/w:p>') continue;
      const said = lines.filter((l) => l !== '');
      if (said.length > 0) {
        yield before + said.join(said.length > cells ? '\n\n' : ' ');
        before = '\n\n';
      }
      [lines, cells, isRow] = [[], 0, tag.startsWith('w:tr')];
    }
  }
}
