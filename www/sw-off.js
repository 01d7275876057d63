/**
 * The switch that turns the service worker off. Put in the place of sw.js, it drops what was kept and itself, so that every
 * visit comes from the server again; pages that are open stay as they are.
 */
self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => event.waitUntil(end()));

async function end() {
  const names = await caches.keys();
  await Promise.all(names.filter((n) => n.startsWith('copydesk-')).map((n) => caches.delete(n)));
  await self.registration.unregister();
}
