/**
 * What host and frame say to each other, each in one message of `postMessage`. Every message has the protocol's version; who
 * gets one of another version, shape, window or origin passes it over.
 *
 * @typedef {import('./lib/index.js').Analysis} Analysis
 * @typedef {import('./lib/index.js').Options} Options
 * @typedef {import('./panel/panel.js').Pick} Pick
 *
 * To the frame: an article, its number, and settings of the analysis.
 * @typedef {{ copydesk: 1, type: 'text', revision: number, text: string, options?: Options }} TextMessage
 *
 * To the host: the frame listens; what was found in an article; a place of it that was picked; that it could not be
 * read, with one of the package's error codes.
 * @typedef {{ copydesk: 1, type: 'ready' }} ReadyMessage
 * @typedef {{ copydesk: 1, type: 'analysis', revision: number, analysis: Analysis }} AnalysisMessage
 * @typedef {{ copydesk: 1, type: 'pick', revision: number } & Pick} PickMessage
 * @typedef {{ copydesk: 1, type: 'error', revision: number, code: string, message: string }} ErrorMessage
 * @typedef {ReadyMessage | AnalysisMessage | PickMessage | ErrorMessage} FrameMessage
 */

/** The protocol's version. */
export const version = 1;

/** Whether this is a message for a frame. @param {unknown} data @returns {data is TextMessage} */
export function isForFrame(data) {
  const message = ours(data);
  return message !== null && message['type'] === 'text' && isRevision(message['revision']) && typeof message['text'] === 'string';
}

/** Whether this is a message for a host. @param {unknown} data @returns {data is FrameMessage} */
export function isForHost(data) {
  const message = ours(data);
  if (message === null) return false;
  const { type, revision, analysis, start, end, text, layer, code } = message;
  if (type === 'ready') return true;
  if (!isRevision(revision)) return false;
  if (type === 'error') return typeof code === 'string' && typeof message['message'] === 'string';
  if (type === 'analysis') return typeof analysis === 'object' && analysis !== null;
  return type === 'pick' && isRevision(start) && isRevision(end) && typeof text === 'string' && typeof layer === 'string';
}

/** @param {unknown} data @returns {Record<string, unknown> | null} */
function ours(data) {
  const message = /** @type {Record<string, unknown> | null} */ (typeof data === 'object' ? data : null);
  return message?.['copydesk'] === version ? message : null;
}

/** @param {unknown} n */
function isRevision(n) {
  return Number.isSafeInteger(n) && Number(n) >= 0;
}

/** An origin as browsers write it, or null for what is none: `https://cms.example`. @param {string | null} text */
export function originOf(text) {
  try {
    const { origin, protocol } = new URL(text ?? '');
    return origin === text && /^https?:$/.test(protocol) ? origin : null;
  } catch {
    return null;
  }
}
