/** The legend: each layer with its style, its count and whether it is shown. */
import { element } from '../dom.js';
import { numeral, t } from '../messages/index.js';
import { count, SHOWN } from '../state/layers.js';
import { recall, remember } from '../state/memory.js';
import { counter } from './rows.js';

const HIDDEN = 'copydesk.hidden';

/** @param {Store} store @param {HTMLElement} place */
export function legend(store, place) {
  const hidden = new Set((recall(HIDDEN) ?? '').split(' '));
  const buttons = SHOWN.map((layer) => {
    const number = counter(0);
    const button = element('button', { type: 'button', 'data-layer': layer }, element('span', { class: 'swatch' }, t(`layer.${layer}`)), ' ', number);
    button.addEventListener('click', () => {
      const { shown } = store.state;
      const next = new Set(SHOWN.filter((l) => shown.has(l) !== (l === layer)));
      remember(HIDDEN, SHOWN.filter((l) => !next.has(l)).join(' '));
      store.set({ shown: next });
    });
    place.append(button);
    return { layer, button, number };
  });
  const only = element('button', { type: 'button', class: 'only' }, t('legend.onlyQuotes'));
  only.addEventListener('click', () => store.set({ onlyQuotes: !store.state.onlyQuotes }));
  place.append(only);

  store.on(['report', 'shown', 'onlyQuotes'], ({ report, shown, onlyQuotes }) => {
    for (const { layer, button, number } of buttons) {
      button.setAttribute('aria-pressed', String(shown.has(layer)));
      number.textContent = numeral.format(report === null ? 0 : count(report.analysis, layer));
    }
    only.setAttribute('aria-pressed', String(onlyQuotes));
  });
  store.set({ shown: new Set(SHOWN.filter((l) => !hidden.has(l))) });
}
