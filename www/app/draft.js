/** What is in the box outlasts the page: over an update always, from one visit to the next only if that is switched on. */
import { isEdit } from './edit/edits.js';
import { recall, remember } from './state/memory.js';

const HANDOVER = 'copydesk.handover';
const DRAFT = 'copydesk.draft';

/** Milliseconds without a change before a draft is kept. */
const PAUSE = 500;

/**
 * @param {Store} store
 * @param {HTMLInputElement} box the switch
 * @param {{ now: () => Draft, resume: (draft: Draft) => void }} article
 */
export function drafts(store, box, article) {
  const now = () => {
    const { text, published, edits } = article.now();
    return JSON.stringify({ text, published, edits });
  };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const keep = () => {
    clearTimeout(waiting);
    waiting = undefined;
    if (box.checked) box.checked = remember(DRAFT, now());
  };
  const given = take() ?? read(recall(DRAFT));
  box.checked = recall(DRAFT) !== null;
  if (given !== null && given.text !== '') article.resume(given);
  box.addEventListener('change', () => {
    if (!box.checked) remember(DRAFT, null);
    keep();
  });
  store.on(['text', 'published', 'edits'], () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  });
  // A page that is left may never run again. One in which nothing has changed leaves the draft of another tab alone.
  const leave = () => {
    article.now();
    if (waiting !== undefined) keep();
  };
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', leave);
  // The switch is one for all tabs.
  addEventListener('storage', ({ key, newValue }) => {
    if (key === DRAFT) box.checked = newValue !== null;
  });
  return {
    /** Hands the article to the page that comes in this one's place. */
    handOver() {
      try {
        sessionStorage.setItem(HANDOVER, now());
      } catch {
        // Too long, or not allowed: the new page begins empty.
      }
    },
  };
}

/** What a page before this one handed over, which nobody gets a second time. */
function take() {
  try {
    const given = sessionStorage.getItem(HANDOVER);
    sessionStorage.removeItem(HANDOVER);
    return read(given);
  } catch {
    return null;
  }
}

/** A draft, if that is what it is: other pages of the same host may write there too. @param {string | null} json @returns {Draft | null} */
function read(json) {
  try {
    const { text, published, edits } = JSON.parse(json ?? '');
    const isDraft = typeof text === 'string' && typeof published === 'string' && Array.isArray(edits);
    return isDraft ? { text, published, edits: edits.filter(isEdit) } : null;
  } catch {
    return null;
  }
}
