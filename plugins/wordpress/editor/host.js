/** What of WordPress the sidebar uses, whichever version it is. */

/** The plugin's name, and the sidebar's in it. */
export const name = 'copydesk';

/** A Dashicon. */
export const icon = 'format-quote';

export const element = wp.element;

// Moved from one package to the other in WordPress 6.6.
export const { PluginSidebar, PluginSidebarMoreMenuItem } = wp.editor.PluginSidebar === undefined ? wp.editPost : wp.editor;

/** The element that holds title and blocks, in the page or in the canvas's iframe; null while there is none. */
export function canvas() {
  const frame = /** @type {HTMLIFrameElement | null} */ (document.querySelector('iframe[name="editor-canvas"]'));
  const owner = frame === null ? document : frame.contentDocument;
  return /** @type {HTMLElement | null} */ (owner?.querySelector('.editor-styles-wrapper') ?? null);
}

/** Where the article's words are typed: the title, rich texts of blocks, the classic block. */
const EDITABLE = '.editor-post-title__input, .block-editor-rich-text__editable, .wp-block-freeform.mce-content-body';

/** The editable texts in order. @param {HTMLElement} root @returns {HTMLElement[]} */
export function editables(root) {
  /** @type {HTMLElement[]} */
  const all = [...root.querySelectorAll(/** @type {'div'} */ (EDITABLE))];
  return all.filter((e) => e.parentElement?.closest(EDITABLE) === null);
}

/** What the article and its canvas hang on, each the same object as long as nothing has changed. */
export function state() {
  const { select } = wp.data;
  const [post, page] = [select('core/editor'), select('core/edit-post')];
  return [
    select('core/block-editor').getBlocks(),
    post.getEditedPostAttribute('title'),
    post.getEditedPostAttribute('date'),
    // Each makes another canvas; the one was moved in WordPress 6.6, the other in 6.5.
    (post.getEditorMode ?? page.getEditorMode)(),
    (post.getDeviceType ?? page.__experimentalGetPreviewDeviceType)(),
    canvas(),
  ];
}

/** The day of publication, `YYYY-MM-DD`. @returns {string | undefined} */
export function publicationDay() {
  const date = wp.data.select('core/editor').getEditedPostAttribute('date');
  return /^\d{4}-\d\d-\d\d/.exec(String(date ?? ''))?.[0];
}

/** Selects the block an element is of. @param {Element} place */
export function selectBlock(place) {
  const id = /** @type {HTMLElement | null} */ (place.closest('[data-block]'))?.dataset['block'];
  if (id !== undefined) wp.data.dispatch('core/block-editor').selectBlock(id, null);
}
