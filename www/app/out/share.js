/**
 * An article in an address: after the `#`, which browsers send to no server. Deflated, in base64url, and limited both ways: what
 * comes in such an address comes from anywhere. A dialog gives it, and says what that means.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from '../../lib/fflate.js';
import { byId } from '../dom.js';
import { t } from '../messages/index.js';

const PREFIX = '#article=';

/** The longest address that mail and chat programs leave whole. */
const LONGEST = 32_000;

/** The most bytes that an address may unpack to. */
const MOST = 2_000_000;

/** The address of the page with the article in it, or null if that would be too long. @param {Shared} article @param {string} page its address without a fragment */
function linkTo({ text, published }, page) {
  // No text packs to a tenth, and to try takes long.
  if (text.length > 10 * LONGEST) return null;
  const packed = deflateSync(strToU8(`${published}\n${text}`), { level: 9 });
  const url = page + PREFIX + btoa(strFromU8(packed, true)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return url.length > LONGEST ? null : url;
}

/** The article in a fragment, null if there is none. Throws an `Error` for one that is too long or none of ours. @param {string} hash @returns {Shared | null} */
export function articleIn(hash) {
  if (!hash.startsWith(PREFIX)) return null;
  if (hash.length > LONGEST) throw new Error('too long');
  const whole = strFromU8(inflated(strToU8(atob(hash.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/')), true)));
  const newline = whole.indexOf('\n');
  const published = whole.slice(0, newline);
  if (newline === -1 || !/^(\d{4}-\d\d-\d\d)?$/.test(published)) throw new Error('no article');
  return { text: whole.slice(newline + 1), published };
}

/** @param {Uint8Array} packed */
function inflated(packed) {
  // What finds no room in it is lost, so it has room for one byte too many.
  const all = inflateSync(packed, { out: new Uint8Array(MOST + 1) });
  if (all.length > MOST) throw new Error('too much');
  return all;
}

/** @param {Store} store @param {HTMLElement} opener */
export function share(store, opener) {
  const dialog = byId('share-dialog', HTMLDialogElement);
  const field = byId('share-link', HTMLInputElement);
  const told = byId('share-told', HTMLElement);
  const copy = byId('share-copy', HTMLButtonElement);
  opener.addEventListener('click', () => {
    const { text, published } = store.state;
    const link = text.trim() === '' ? null : linkTo({ text, published }, location.href.replace(/#.*$/s, ''));
    field.value = link ?? '';
    field.hidden = copy.hidden = link === null;
    told.textContent = text.trim() === '' ? t('share.blank') : link === null ? t('share.long') : t('share.warning');
    dialog.showModal();
    field.select();
  });
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      told.textContent = t('share.copied');
    } catch {
      field.select();
      told.textContent = t('share.byHand');
    }
  });
}
