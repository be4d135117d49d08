/*
 * Isolates the real lab where the host cannot set headers (GitHub Pages).
 * Its scope is the path prefix "real-lab": the page real-lab.html and its workers in real-lab/. Nothing else of the site passes through it.
 */
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isOurs = url.origin === location.origin && url.href.startsWith(registration.scope);
  if (!isOurs || (request.cache === 'only-if-cached' && request.mode !== 'same-origin')) return;
  event.respondWith(fetch(request).then(isolated));
});

function isolated(response) {
  // An opaque or failed answer cannot be rewritten; a redirect must stay one.
  if (response.status === 0 || response.type === 'opaqueredirect') return response;
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
