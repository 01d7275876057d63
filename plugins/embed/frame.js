/** The frame's side: reads the texts that its host sends, lists what was found, and tells what is picked. */
import { CopydeskError, load } from './lib/worker/web.js';
import { Panel } from './panel/panel.js';
import { fill } from './panel/strings.js';
import { isForFrame, originOf, version } from './protocol.js';
import { strings } from './strings.js';

/** The one origin that is heard and answered. A page without it in the address is not embedded, and does nothing. */
const host = originOf(new URLSearchParams(location.search).get('host'));
const place = /** @type {HTMLElement} */ (document.querySelector('main'));

let revision = 0;

/**
 * @template T
 * @typedef {T extends unknown ? Omit<T, 'copydesk'> : never} Bare
 */

/** @param {Bare<import('./protocol.js').FrameMessage>} message */
function tell(message) {
  if (host !== null) parent.postMessage({ copydesk: version, ...message }, host);
}

const panel = new Panel(place, { strings, onPick: (pick) => tell({ type: 'pick', revision, ...pick }) });

if (host === null || parent === window) panel.clear(strings.notEmbedded);
else {
  panel.clear(strings.empty);
  const desk = load();
  // Each text that needs it is told of its failure.
  desk.catch(() => {});
  addEventListener('message', async ({ source, origin, data }) => {
    if (source !== parent || origin !== host || !isForFrame(data) || data.revision < revision) return;
    revision = data.revision;
    if (data.text === '') panel.clear(strings.empty);
    try {
      const analysis = await (await desk).analyze(data.text, data.options, { key: 'text' });
      if (revision !== data.revision) return;
      if (data.text !== '') panel.show(analysis);
      tell({ type: 'analysis', revision, analysis });
    } catch (error) {
      if (revision !== data.revision) return;
      const { code, message } = error instanceof CopydeskError ? error : { code: 'CRASHED', message: String(error) };
      panel.clear(fill(strings.failed, { message }));
      tell({ type: 'error', revision, code, message });
    }
  });
  tell({ type: 'ready' });
}
