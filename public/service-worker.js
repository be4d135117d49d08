/*
 * The site without a network, and isolation of the real lab where the host cannot set headers (GitHub Pages).
 * The build puts `precache` in front of this file: { version, files: [[path, isNamedByItsContent], …] }, everything the site is made of.
 * One version is served as a whole: a new one is fetched beside it and takes over when the person reloads (message 'activate').
 * Only the path prefix "real-lab" gets the isolating headers; everything else must stay embeddable.
 */
const { version, files } = globalThis.precache ?? { version: 'development', files: [] };
const scopePath = new URL(registration.scope).pathname;
const ours = `lockstep ${scopePath} `;
const cacheName = `${ours}${version}`;
const paths = new Set(files.map(([path]) => path));
/** Stands in the cache once all files do. */
const completeMark = `${scopePath}.complete`;

/** The first visit must not wait for all files (the lab needs this worker to be isolated): they come afterwards. */
addEventListener('install', (event) => {
  if (registration.active !== null) event.waitUntil(fill());
});

addEventListener('activate', (event) => event.waitUntil(takeOver()));

addEventListener('message', (event) => {
  if (event.data === 'activate') skipWaiting();
  if (event.data === 'fill') event.waitUntil(fill().then(() => event.source?.postMessage('filled')));
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isOurs = url.origin === location.origin && url.pathname.startsWith(scopePath);
  if (request.method !== 'GET' || !isOurs) return;
  if (request.cache === 'only-if-cached' && request.mode !== 'same-origin') return;
  event.respondWith(answer(request, url));
});

async function takeOver() {
  for (const name of await caches.keys()) if (name.startsWith(ours) && name !== cacheName) await caches.delete(name);
  await clients.claim();
}

async function fill() {
  if (files.length === 0) return;
  const cache = await caches.open(cacheName);
  if (await cache.match(completeMark)) return;
  await Promise.all(files.map(([path, isNamedByItsContent]) => keep(cache, scopePath + path, isNamedByItsContent)));
  await cache.put(completeMark, new Response(version));
}

/** What another version has already, under a name that tells its content, is not fetched again. */
async function keep(cache, address, isNamedByItsContent) {
  if (await cache.match(address)) return;
  const known = isNamedByItsContent ? await caches.match(address) : undefined;
  const response = known ?? (await fetch(address, { cache: isNamedByItsContent ? 'default' : 'no-cache' }));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // A copy, because what was redirected (a host's "pretty" addresses) may not answer a navigation.
  await cache.put(address, new Response(response.body, { status: 200, headers: response.headers }));
}

async function answer(request, url) {
  const path = pathOf(url, request.mode === 'navigate');
  const response = (await kept(path)) ?? (await fetch(request));
  return path.startsWith('real-lab') ? isolated(response) : response;
}

/** A page may be asked for by its folder or without '.html'. */
function pathOf(url, isPage) {
  const path = decodeURIComponent(url.pathname.slice(scopePath.length));
  if (path === '') return 'index.html';
  return isPage && paths.has(`${path}.html`) ? `${path}.html` : path;
}

async function kept(path) {
  if (!paths.has(path)) return undefined;
  const cache = await caches.open(cacheName);
  const isComplete = (await cache.match(completeMark)) !== undefined;
  return isComplete ? cache.match(scopePath + path) : undefined;
}

function isolated(response) {
  // An opaque or failed answer cannot be rewritten; a redirect must stay one.
  if (response.status === 0 || response.type === 'opaqueredirect') return response;
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
