/** What goes on, in a line for screen readers, and a bar while it takes long. */
import { t } from '../messages/index.js';
import { count, SHOWN } from '../state/layers.js';

/** Shorter work needs no bar. */
const SOON = 200;

/** Long enough to be read by a slow reader. */
const WHILE = 8000;

/**
 * @param {Store} store
 * @param {HTMLElement} line
 * @param {HTMLProgressElement} bar
 * @param {HTMLElement} toast
 */
export function status(store, line, bar, toast) {
  /** @type {Timer} */
  let waiting;
  /** @type {Timer} */
  let fading;
  /** @type {Progress} */
  const progress = (done) => {
    if (done > 0) bar.value = done;
    else bar.removeAttribute('value');
    if (done < 1) waiting ??= setTimeout(() => (bar.hidden = false), SOON);
    else {
      clearTimeout(waiting);
      waiting = undefined;
      bar.hidden = true;
    }
  };
  store.on(['isReading'], ({ isReading }) => progress(Number(!isReading)));
  store.on(['report', 'problem', 'shown'], ({ report, problem }) => {
    if (problem !== '') line.textContent = t('problem', { problem });
    else if (report !== null) line.textContent = summary(report);
  });

  /** "12 quotes, 8 numbers, 1 name" @param {Reading} report */
  function summary({ source, analysis }) {
    if (source.trim() === '') return t('status.ready');
    const { shown } = store.state;
    const parts = SHOWN.filter((layer) => shown.has(layer)).map((layer) => t(`found.${layer}`, { n: count(analysis, layer) }));
    return parts.length === 0 ? t('status.nothingShown') : parts.join(', ');
  }

  return {
    progress,
    /** Says something for a while, to be seen and to be heard. @param {string} text */
    say(text) {
      clearTimeout(fading);
      toast.textContent = text;
      fading = setTimeout(() => (toast.textContent = ''), WHILE);
    },
  };
}
