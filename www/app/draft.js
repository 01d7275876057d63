/**
 * What is in the box outlasts the page: an update always, a visit if that is switched on. Each tab keeps an article of its own; a new
 * one takes up what one that is closed has left.
 */
import { isCorrection } from '../lib/corrections.js';
import { keysOf, recall, remember } from './state/memory.js';

const HANDOVER = 'copydesk.handover';

/** Whether drafts are kept: one switch for all tabs. */
const KEPT = 'copydesk.drafts';

/** How the key of a tab's draft begins, and where the tab keeps that key. */
const DRAFT = 'copydesk.draft.';

/** Milliseconds without a change before a draft is kept. */
const PAUSE = 500;

/** Milliseconds in which the page before this one in its tab is gone. */
const GONE = 1000;

/**
 * @param {Store} store
 * @param {HTMLInputElement} box the switch
 * @param {{ now: () => Draft, resume: (draft: Draft) => void }} article
 */
export async function drafts(store, box, article) {
  const before = recall(DRAFT, true);
  const own = await place(before);
  remember(DRAFT, own, true);
  const now = () => JSON.stringify({ ...article.now(), at: Date.now() });
  /** @type {Timer} */
  let waiting;
  const keep = () => {
    clearTimeout(waiting);
    waiting = undefined;
    if (box.checked) box.checked = remember(own, store.state.text === '' ? null : now());
  };
  box.checked = recall(KEPT) !== null;
  const given = read(recall(HANDOVER, true)) ?? read(recall(before ?? own));
  // Nobody gets it a second time.
  remember(HANDOVER, null, true);
  if (given !== null && given.text !== '' && article.now().text === '') article.resume(given);
  box.addEventListener('change', () => {
    if (!box.checked) keysOf(DRAFT).forEach((key) => remember(key, null));
    remember(KEPT, box.checked ? '' : null);
    keep();
  });
  store.on(['text', 'published', 'edits', 'dismissed'], () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  });
  // A page that is left may never run again.
  const leave = () => {
    article.now();
    if (waiting !== undefined) keep();
  };
  addEventListener('pagehide', leave);
  // Who leaves is asked only if work would be lost: what listens for it keeps some browsers from coming back fast.
  const ask = (/** @type {Event} */ event) => {
    keep();
    const { text } = article.now();
    const { report, exported } = store.state;
    if (isLoose(store.state) || (!box.checked && text !== '' && (report !== exported || report?.source !== text))) event.preventDefault();
  };
  store.on(['isTyped', 'edits', 'house', 'kept'], (state) => (state.isTyped || state.edits.length > 0 || isLoose(state) ? addEventListener : removeEventListener)('beforeunload', ask));
  addEventListener('pageshow', ({ persisted }) => persisted && isHeld(own, {}));
  document.addEventListener('visibilitychange', leave);
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== KEPT) return;
    box.checked = newValue !== null;
    keep();
  });
  return {
    /** Hands the article to the page that comes in this one's place. If it is too long, or that is not allowed, the new page begins empty. */
    handOver() {
      if (remember(HANDOVER, now(), true) && !isLoose(store.state)) removeEventListener('beforeunload', ask);
    },
  };
}

/** Whether there are rules that are neither kept nor in a file. @param {State} state */
function isLoose({ house, kept }) {
  return house !== undefined && house !== kept;
}

/** The key of this tab's draft: the one it had; or the latest that no tab holds; or a new one, as for a copy of a tab. @param {string | null} before */
async function place(before) {
  const left = before === null ? keysOf(DRAFT).map((key) => ({ key, at: read(recall(key))?.at ?? 0 })).sort((a, b) => b.at - a.at) : [{ key: before }];
  for (const { key } of left) if (await isHeld(key, before === null ? { ifAvailable: true } : { signal: AbortSignal.timeout(GONE) })) return key;
  const fresh = DRAFT + Math.random();
  await isHeld(fresh, {});
  return fresh;
}

/** Whether this tab has the key now, for as long as it is there. @param {string} key @param {LockOptions} how @returns {Promise<boolean>} */
function isHeld(key, how) {
  return new Promise((done) => {
    // A page that came by plain http has no locks.
    if (!navigator.locks) return done(true);
    const hold = (/** @type {Lock | null} */ lock) => {
      done(lock !== null);
      // Another page of this tab may come back to what this one has left.
      return lock && new Promise((gone) => addEventListener('pagehide', gone, { once: true }));
    };
    navigator.locks.request(key, how, hold).catch(() => done(false));
  });
}

/** A draft, if that is what it is: other pages of the same host may write there too. @param {string | null} json @returns {(Draft & { at: number }) | null} */
function read(json) {
  try {
    const { text, isTyped, published, edits, dismissed = [], at } = JSON.parse(json ?? '');
    const isDraft = typeof text === 'string' && typeof published === 'string' && Array.isArray(edits) && Array.isArray(dismissed);
    return isDraft ? { text, isTyped: isTyped === true, published, edits: edits.filter(isCorrection), dismissed, at: Number(at) || 0 } : null;
  } catch {
    return null;
  }
}
