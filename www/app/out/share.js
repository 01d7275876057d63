/** The dialog that gives the article as an address, and says what that means. */
import { byId } from '../dom.js';
import { linkTo } from '../in/link.js';
import { t } from '../messages/index.js';

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
