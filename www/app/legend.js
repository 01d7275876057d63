/**
 * The legend: each layer with its style, its count and whether it is shown.
 *
 * @typedef {import('../lib/index.js').Analysis} Analysis
 * @typedef {import('./layers.js').Layer} Layer
 */
import { element } from './dom.js';
import { count, LAYERS } from './layers.js';

const STORE = 'copydesk.hidden';

/**
 * Fills the legend. `changed` is called with what is shown now.
 * @param {HTMLElement} place
 * @param {() => void} changed
 */
export function legend(place, changed) {
  const hidden = new Set(stored());
  /** @type {Set<Layer>} */
  const shown = new Set(LAYERS.map((l) => l.layer).filter((l) => !hidden.has(l)));
  const counts = new Map(
    LAYERS.map(({ layer, name }) => {
      const number = element('span', { class: 'count' }, '0');
      const button = element('button', { type: 'button', 'data-layer': layer, 'aria-pressed': String(shown.has(layer)) });
      button.append(element('span', { class: 'swatch' }, name), ' ', number);
      button.addEventListener('click', () => {
        if (!shown.delete(layer)) shown.add(layer);
        button.setAttribute('aria-pressed', String(shown.has(layer)));
        store(LAYERS.map((l) => l.layer).filter((l) => !shown.has(l)));
        changed();
      });
      place.append(button);
      return [layer, number];
    }),
  );
  return {
    shown,
    /** @param {Analysis} analysis */
    update(analysis) {
      for (const [layer, number] of counts) number.textContent = String(count(analysis, layer));
    },
  };
}

/** Which layers are hidden is all that the page remembers. Private windows may refuse even that. */
function stored() {
  try {
    return (localStorage.getItem(STORE) ?? '').split(' ');
  } catch {
    return [];
  }
}

/** @param {string[]} layers */
function store(layers) {
  try {
    localStorage.setItem(STORE, layers.join(' '));
  } catch {
    // Then the next visit shows every layer.
  }
}
