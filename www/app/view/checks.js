/** What an editor would want to look at again. A check that was looked at is dismissed, and can be had back. */
import { element } from '../dom.js';
import { t, word } from '../messages/index.js';
import { LAYERS } from '../state/layers.js';
import { byKind } from './rows.js';

/** Characters on either side of a check's words that tell it from another of the same words. */
const AROUND = 24;

/** @param {Analysis} analysis @param {Corrected} report @returns {Entry[]} */
export function checkEntries({ checks }, { source, hidden }) {
  const entries = byKind('checks', ['warning', 'note'], checks, (c) => c.severity, (c) => entry(c, source));
  if (hidden > 0) entries.push({ make: () => element('button', { type: 'button', class: 'quiet', 'data-restore': '' }, t('checks.restore', { n: hidden })) });
  return entries;
}

/** A check by its words and those around them in their paragraph, which a change elsewhere leaves as they are. @param {Check} check @param {string} source */
export function checkId({ kind, spans }, source) {
  const words = spans.map(({ start, end, text }) => [source.slice(Math.max(0, start - AROUND), start).split('\n').at(-1), text, source.slice(end, end + AROUND).split('\n')[0]]);
  return [kind, ...words.flat()].join('\n');
}

/** @param {Check} check @param {string} source @returns {Entry} */
function entry(check, source) {
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
        element('button', { type: 'button', class: 'quiet', 'data-dismiss': checkId(check, source), 'aria-label': t('checks.dismissThis', { check: word('check', check.kind) }) }, t('checks.dismiss')),
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
    if (restore !== undefined) store.set({ dismissed: [] });
    else if (dismiss !== undefined) store.set({ dismissed: [...dismissed, dismiss] });
    else if (report !== null && place !== undefined) {
      const [start = 0, end = 0] = place.split('-').map(Number);
      const layer = LAYERS.find((l) => report.analysis[l].some((/** @type {Place} */ i) => i.start === start && i.end === end));
      if (layer === undefined) show({ start, end });
      else go({ layer, start, end });
    }
  });
}
