/**
 * Makes the page work with the network off. Every file of one version is fetched at install, each checked against its hash;
 * a version takes over only when the user says so, so files of two versions never meet.
 */
// A host may send the page's policy with every file, this one too: then even this address has to be a trusted one.
const LIST = 'precache.js';
const policy = self.trustedTypes?.createPolicy('page', { createScriptURL: (url) => (url === LIST ? url : '') });
importScripts(policy === undefined ? LIST : policy.createScriptURL(LIST));

const { version, files } = self.precache;
const CACHE = `copydesk-${version}`;
const base = new URL('./', self.location.href);

self.addEventListener('install', (event) => event.waitUntil(fill()));

self.addEventListener('activate', (event) => event.waitUntil(dropOthers()));

self.addEventListener('message', (event) => {
  if (event.data === 'activate') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path !== undefined) event.respondWith(answer(path, event.request));
});

async function fill() {
  const cache = await caches.open(CACHE);
  const added = await Promise.allSettled(Object.entries(files).map(([path, integrity]) => add(cache, path, integrity)));
  const failed = added.find((a) => a.status === 'rejected');
  if (failed === undefined) return;
  await caches.delete(CACHE);
  throw failed.reason;
}

async function add(cache, path, integrity) {
  // Hosts redirect "index.html" to the folder, and a redirected answer can't serve a navigation.
  const from = path === 'index.html' ? base : new URL(path, base);
  const response = await fetch(from, { cache: 'no-store', integrity });
  if (!response.ok || response.redirected) throw new Error(`${from}: ${response.status}`);
  await cache.put(new URL(path, base), response);
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((n) => n.startsWith('copydesk-') && n !== CACHE).map((n) => caches.delete(n)));
}

/** The path on the list that is asked for, if it is one. */
function pathOf(request) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return undefined;
  const path = url.pathname.slice(base.pathname.length) || 'index.html';
  return Object.hasOwn(files, path) ? path : undefined;
}

async function answer(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(new URL(path, base))) ?? fetch(request);
}
