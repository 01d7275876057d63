/** Registers the service worker, and offers a new version when one is ready: it never comes in unasked. */

const WORKER = new URL('../sw.js', import.meta.url).href;

/**
 * @param {HTMLElement} notice shown when a new version waits; its button takes it
 * @param {() => void} leave called before the page is loaded anew
 */
export async function offline(notice, leave) {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  /** @type {ServiceWorkerRegistration} */
  let registration;
  try {
    registration = await serviceWorker.register(trusted(WORKER), { updateViaCache: 'none' });
  } catch {
    // Some private windows have no service workers: the page works all the same, but needs the network to be opened.
    return;
  }
  const wasControlled = serviceWorker.controller !== null;
  const offer = () => {
    if (registration.waiting !== null && serviceWorker.controller !== null) notice.hidden = false;
  };
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
  offer();
  let isAsked = false;
  // Another tab may have taken the new version: then this one still runs the old, and is loaded anew when its user likes.
  serviceWorker.addEventListener('controllerchange', () => {
    if (!wasControlled) return;
    notice.hidden = false;
    if (isAsked) location.reload();
  });
  notice.querySelector('button')?.addEventListener('click', () => {
    isAsked = true;
    leave();
    if (registration.waiting === null) location.reload();
    else registration.waiting.postMessage('activate');
  });
}

/** The page's one Trusted Types policy knows one address. @param {string} url */
function trusted(url) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  if (types === undefined) return url;
  const policy = types.createPolicy('page', {
    createScriptURL(/** @type {string} */ asked) {
      if (asked !== WORKER) throw new TypeError(`${asked} is no script of this page`);
      return asked;
    },
  });
  return policy.createScriptURL(url);
}
