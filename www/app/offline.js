/** Registers the service worker, and offers a new version when one is ready: it never comes in unasked. */

const WORKER = new URL('../sw.js', import.meta.url).href;

/** @param {HTMLElement} notice shown when a new version waits; its button takes it */
export async function offline(notice) {
  if (!('serviceWorker' in navigator)) return;
  /** @type {ServiceWorkerRegistration} */
  let registration;
  try {
    registration = await navigator.serviceWorker.register(trusted(WORKER), { updateViaCache: 'none' });
  } catch {
    // Some private windows have no service workers: the page works all the same, but needs the network to be opened.
    return;
  }
  const offer = () => {
    if (registration.waiting !== null && navigator.serviceWorker.controller !== null) notice.hidden = false;
  };
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
  offer();
  notice.querySelector('button')?.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting?.postMessage('activate');
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
