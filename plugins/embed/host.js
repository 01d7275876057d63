/**
 * The host's side: puts the frame into a page and talks with it. It has no imports but the protocol, and loads nothing else.
 *
 * ```js
 * import { embed } from './copydesk/host.js';
 * const desk = embed(place, { src: 'https://desk.example/copydesk/index.html', onPick: ({ start, end }) => select(start, end) });
 * desk.show(article, { reference: '2026-11-24' });
 * ```
 */
import { isForHost, version } from './protocol.js';

/**
 * @typedef {import('./protocol.js').Options} Options
 * @typedef {import('./protocol.js').AnalysisMessage} AnalysisMessage
 * @typedef {import('./protocol.js').PickMessage} PickMessage
 *
 * What went wrong, by one of the package's error codes. `LOAD_FAILED`: the frame did not answer, or could not load the module.
 * @typedef {{ code: string, message: string }} Failure
 *
 * @typedef {object} EmbedOptions
 * @property {string} src address of the frame's `index.html`, of this or another origin
 * @property {((found: AnalysisMessage['analysis']) => void) | undefined} [onAnalysis] told what was found in the newest text
 * @property {((place: PickMessage) => void) | undefined} [onPick] told which place of the newest text was picked in the lists
 * @property {((failure: Failure) => void) | undefined} [onError] told what went wrong
 * @property {number | undefined} [timeLimit] how long the frame may take to answer at first, in milliseconds; 20,000 unless set
 *
 * @typedef {object} Embedded
 * @property {HTMLIFrameElement} frame the frame, to size and name
 * @property {(text: string, options?: Options) => void} show reads another text; what was found in the one before is not told any more
 * @property {() => void} dispose takes the frame away; again is nothing
 */

/**
 * Puts the frame into an element. Throws if the page has no origin that the frame could answer to.
 * @param {HTMLElement} place
 * @param {EmbedOptions} options
 * @returns {Embedded}
 */
export function embed(place, { src, onAnalysis, onPick, onError, timeLimit = 20_000 }) {
  const view = /** @type {Window & typeof globalThis} */ (place.ownerDocument.defaultView);
  const { origin: own } = view.location;
  if (own === 'null' || own === 'file://') throw new TypeError('copydesk: a page without an origin (a file, a sandbox) can not be answered');
  const address = new URL(src, place.ownerDocument.baseURI);
  address.searchParams.set('host', own);

  const frame = place.ownerDocument.createElement('iframe');
  frame.title = 'Copydesk';
  // Scripts of its own origin, for the worker; no popups, no forms, no way to the page above.
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  frame.referrerPolicy = 'no-referrer';
  frame.src = address.href;

  let isReady = false;
  let revision = 0;
  /** @type {import('./protocol.js').TextMessage | null} */
  let waiting = null;
  const send = () => {
    if (!isReady || waiting === null) return;
    frame.contentWindow?.postMessage(waiting, address.origin);
    waiting = null;
  };

  /** @param {MessageEvent<unknown>} event */
  const hear = ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== address.origin || !isForHost(data)) return;
    if (data.type === 'ready') {
      isReady = true;
      view.clearTimeout(timer);
      send();
    }
    // What is said of an older text is of no use any more.
    else if (data.revision !== revision) return;
    else if (data.type === 'analysis') onAnalysis?.(data.analysis);
    else if (data.type === 'pick') onPick?.(data);
    else onError?.(data);
  };
  const timer = view.setTimeout(() => onError?.({ code: 'LOAD_FAILED', message: `${address.origin} did not answer: is the frame at ${src}?` }), timeLimit);
  view.addEventListener('message', hear);
  place.append(frame);

  return {
    frame,
    show(text, options) {
      revision += 1;
      waiting = { copydesk: version, type: 'text', revision, text, ...(options === undefined ? {} : { options }) };
      send();
    },
    dispose() {
      view.clearTimeout(timer);
      view.removeEventListener('message', hear);
      frame.remove();
    },
  };
}
