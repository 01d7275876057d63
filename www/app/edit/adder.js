/** Selected words become a quote, a figure or a name: in the article by mouse, in the writing box by keyboard as well. */
import { element } from '../dom.js';
import { t, word } from '../messages/index.js';
import { NAME_TYPES } from '../state/layers.js';
import { selectedIn } from '../view/place.js';
import { button, choice } from './actions.js';

/** Longer is no name and no figure, and no quote either. */
const LONGEST = 5000;

/**
 * @param {Store} store
 * @param {HTMLElement} place
 * @param {HTMLElement} article
 * @param {Writing} writing
 * @param {{ edit: (edit: Edit) => void, figure: (text: string) => Promise<Figure | undefined> }} does
 */
export function adder(store, place, article, { box, part }, { edit, figure }) {
  /** @type {Place | null} */
  let chosen = null;
  const add = async (/** @type {Layer} */ layer, /** @type {EntityType} */ type = 'PERSON') => {
    const { report } = store.state;
    if (chosen === null || report === null) return;
    const at = { layer, ...chosen };
    place.hidden = true;
    if (layer === 'numbers') {
      const read = await figure(report.source.slice(at.start, at.end));
      // The text may have changed meanwhile.
      if (store.state.report?.source !== report.source) return;
      edit(read === undefined ? { do: 'add', at } : { do: 'add', at, figure: read });
    } else edit(layer === 'entities' ? { do: 'add', at, type } : { do: 'add', at });
    getSelection()?.removeAllRanges();
    store.set({ view: 'read', tab: layer, selected: at });
  };
  /** @type {[string, string][]} */
  const types = NAME_TYPES.map((type) => [type, word('nameType', type)]);
  const named = choice(t('add.name'), [['', t('add.choose')], ...types], '', (type) => add('entities', /** @type {any} */ (type)));
  place.append(element('span', {}, t('add.selected')), button(t('add.quote'), () => add('quotes')), button(t('add.number'), () => add('numbers')), named);

  function look() {
    const { report, text, view } = store.state;
    if (place.contains(document.activeElement)) return;
    const inBox = document.activeElement === box && box.selectionStart < box.selectionEnd;
    const before = part().start;
    const found = inBox ? { start: before + box.selectionStart, end: before + box.selectionEnd } : view === 'read' && article.ariaBusy === 'false' ? selectedIn(article) : null;
    chosen = found === null || report === null || report.source !== text ? null : trimmed(report.source, found);
    place.hidden = chosen === null;
    /** @type {HTMLSelectElement} */ (named.querySelector('select')).value = '';
  }
  document.addEventListener('selectionchange', look);
  store.on(['report', 'view'], () => (place.hidden = true));
}

/** Without blanks at its ends, and short enough. @param {string} source @param {Place} span */
function trimmed(source, { start, end }) {
  const words = source.slice(start, end).trimStart();
  const { length } = words.trimEnd();
  return length > 0 && length <= LONGEST ? { start: end - words.length, end: end - words.length + length } : null;
}
