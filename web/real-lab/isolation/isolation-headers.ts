/**
 * Cross-origin isolation in development and preview, for the real lab alone.
 * Models: what `public/_headers` asks of a host. The simulator's page gets no header, because it must stay embeddable.
 */
import type { Connect, Plugin } from 'vite';

const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
} as const;

/** The page, its built workers (in real-lab/), and its workers in development. */
const realLabPaths = /^\/(real-lab(\.html|\/|$|\?)|web\/real-lab\/.*worker)/;

export function isolateRealLab(): Plugin {
  const addHeaders: Connect.NextHandleFunction = (request, response, next) => {
    if (realLabPaths.test(request.url ?? '')) {
      for (const [name, value] of Object.entries(isolationHeaders)) response.setHeader(name, value);
    }
    next();
  };
  return {
    name: 'lockstep:isolate-real-lab',
    configureServer: (server) => void server.middlewares.use(addHeaders),
    configurePreviewServer: (server) => void server.middlewares.use(addHeaders),
  };
}

/** The workers of the experiments, and the simulation's when the lab asks it: a worker of an isolated page needs the header, too. */
const isLabWorker = /^(lab|prediction)\.worker/;

/** Workers of the real lab are built into its own folder, so that one path prefix covers the page and all it must isolate. */
export function workerFileName(chunk: { readonly name: string }): string {
  return isLabWorker.test(chunk.name) ? 'real-lab/[name]-[hash].js' : 'assets/[name]-[hash].js';
}
