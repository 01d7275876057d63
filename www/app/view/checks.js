/** What an editor would want to look at again. A check that was looked at is dismissed, and can be had back. */
import { element } from '../dom.js';
import { t, word } from '../messages/index.js';
import { LAYERS } from '../state/layers.js';
import { byKind } from './rows.js';

/** @param {State} state @returns {Entry[]} */
export function checkEntries({ report, dismissed }) {
  if (report === null) return [];
  const open = report.analysis.checks.filter((c) => !dismissed.has(checkId(c)));
  const hidden = report.analysis.checks.length - open.length;
  const entries = byKind('checks', ['warning', 'note'], open, (c) => c.severity, entry);
  if (hidden > 0) entries.push({ make: () => element('button', { type: 'button', class: 'quiet', 'data-restore': '' }, t('checks.restore', { n: hidden })) });
  return entries;
}

/** A check by its words, which a change elsewhere in the text leaves as they are. @param {Check} check */
export function checkId({ kind, spans, message }) {
  return [kind, message, ...spans.map((s) => s.text)].join('\n');
}

/** @param {Check} check @returns {Entry} */
function entry(check) {
  const make = () =>
    element(
      'div',
      { class: 'check', 'data-severity': check.severity },
      element('h4', {}, word('check', check.kind)),
      element('p', {}, check.message),
      element(
        'p',
        { class: 'actions' },
        ...check.spans.map(({ start, end, text }) => element('button', { type: 'button', class: 'link place', 'data-place': `${start}-${end}` }, short(text))),
        element('button', { type: 'button', class: 'quiet', 'data-dismiss': checkId(check), 'aria-label': t('checks.dismissThis', { check: word('check', check.kind) }) }, t('checks.dismiss')),
      ),
    );
  return { make, find: () => `${word('check', check.kind)} ${check.message} ${check.spans.map((s) => s.text).join(' ')}` };
}

/** @param {string} text */
function short(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 58)} …` : line;
}

/**
 * Clicks on checks: to their places, away, and back.
 * @param {Store} store
 * @param {HTMLElement} panel
 * @param {{ go: (key: Key) => void, show: (place: Place) => void }} hooks
 */
export function checkClicks(store, panel, { go, show }) {
  panel.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest('[data-place], [data-dismiss], [data-restore]')) : null;
    if (target === null) return;
    const { dismissed, report } = store.state;
    const { place, dismiss, restore } = target.dataset;
    if (restore !== undefined) store.set({ dismissed: new Set() });
    else if (dismiss !== undefined) store.set({ dismissed: new Set([...dismissed, dismiss]) });
    else if (report !== null && place !== undefined) {
      const [start = 0, end = 0] = place.split('-').map(Number);
      const layer = LAYERS.find((l) => report.analysis[l].some((/** @type {Place} */ i) => i.start === start && i.end === end));
      if (layer === undefined) show({ start, end });
      else go({ layer, start, end });
    }
  });
}
