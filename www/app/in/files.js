/** Files and what is dropped on the page: text comes out, whatever came in. */
import { toBlob } from '../../lib/export/index.js';
import { t } from '../messages/index.js';
import { WHOLE } from '../view/writing.js';
import { docxText, htmlText, markdownText } from './formats.js';

/** A larger file is no article. */
const LARGEST = 20 << 20;

/** How each kind of file is read, by the end of its name. @type {Record<string, (bytes: Uint8Array) => Iterable<string>>} */
const READERS = {
  txt: (bytes) => [textOf(bytes)],
  md: (bytes) => markdownText(textOf(bytes)),
  markdown: (bytes) => markdownText(textOf(bytes)),
  html: (bytes) => htmlText(textOf(bytes)),
  htm: (bytes) => htmlText(textOf(bytes)),
  docx: docxText,
};

/** The article in a file. Throws an `Error` whose message is for the user. @param {File} file */
async function fileText(file) {
  const ending = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? (file.type.startsWith('text/') ? 'txt' : '');
  const reader = Object.hasOwn(READERS, ending) ? READERS[ending] : undefined;
  if (reader === undefined) throw new Error(t('file.unknown', { name: file.name }));
  if (file.size > LARGEST) throw new Error(t('file.large', { name: file.name }));
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return await (await toBlob(reader(bytes))).text();
  } catch {
    throw new Error(t('file.broken', { name: file.name }));
  }
}

/** UTF-8 if that is what it is, else UTF-16 if it says so, else what Windows writes. @param {Uint8Array} bytes */
function textOf(bytes) {
  const [a, b] = bytes;
  const utf16 = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * @param {{ now: () => Draft, open: (text: string) => void, revise: (text: string) => void }} steps
 * @param {Writing} writing
 * @param {{ complain: (problem: string) => void, progress: Progress, button: HTMLElement, input: HTMLInputElement }} page
 */
export function files({ now, open, revise }, { box, part }, { complain, progress, button, input }) {
  const take = async (/** @type {File} */ file) => {
    progress(0);
    try {
      open(await fileText(file).finally(() => progress(1)));
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
    }
  };
  button.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file !== undefined) void take(file);
    input.value = '';
  });

  addEventListener('dragover', (event) => {
    if (event.dataTransfer !== null && [...event.dataTransfer.types].some((type) => type === 'Files' || (type.startsWith('text/') && event.target !== box))) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    const dragged = event.dataTransfer;
    const [file] = dragged?.files ?? [];
    if (file !== undefined) {
      event.preventDefault();
      void take(file);
    } else if (dragged !== null && event.target !== box) {
      event.preventDefault();
      const text = textIn(dragged);
      if (text !== '') open(text);
    }
  });
  const isWhole = () => box.selectionEnd - box.selectionStart === box.value.length;
  box.addEventListener('paste', (event) => {
    const pasted = event.clipboardData;
    const [file] = pasted?.files ?? [];
    if (pasted === null) return;
    const text = textIn(pasted);
    if (text === '' && file !== undefined) void take(file);
    // Of a whole new text Undo has to bring back what was known of the one before.
    else if (text !== '' && isWhole()) revise(text);
    else if (text.length > WHOLE) {
      const [all, { start }] = [now().text, part()];
      revise(all.slice(0, start + box.selectionStart) + text + all.slice(start + box.selectionEnd));
    } else if (text !== '' && pasted.getData('text/plain') === '') document.execCommand('insertText', false, text);
    else return;
    event.preventDefault();
  });
  // Who selects all of a part means all of the text.
  const whole = (/** @type {ClipboardEvent | InputEvent} */ event) => {
    const { text } = now();
    if (!isWhole() || text === box.value || /^history/.test('inputType' in event ? event.inputType : '')) return;
    event.preventDefault();
    if ('clipboardData' in event) event.clipboardData?.setData('text/plain', text);
    if (event.type !== 'copy') revise('');
    if ('data' in event && event.data !== null) document.execCommand('insertText', false, event.data);
  };
  for (const type of /** @type {const} */ (['copy', 'cut', 'beforeinput'])) box.addEventListener(type, whole);
}

/** What is pasted or dropped, as its source words it for plain text, or else from its HTML. @param {DataTransfer} data */
function textIn(data) {
  return data.getData('text/plain') || [...htmlText(data.getData('text/html'))].join('');
}
