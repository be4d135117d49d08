// A Vite plugin: tells the service worker what the built site is made of, so that it works without a network.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const workerName = 'service-worker.js';
/** For hosts, not for the site. */
const leftOut = new Set([workerName, '_headers']);
/** Vite's content hash. */
const namedByContent = /-[\w-]{8}\.\w+$/;

export function precacheSite(): Plugin {
  return {
    name: 'lockstep:precache-site',
    apply: 'build',
    writeBundle: {
      sequential: true,
      order: 'post',
      handler(options) {
        const folder = options.dir ?? 'dist';
        const files = filesBelow(folder, '').filter((path) => !leftOut.has(path) && !path.endsWith('.map'));
        const hash = createHash('sha256');
        for (const path of files)
          hash
            .update(path)
            .update('\0')
            .update(readFileSync(join(folder, path)));
        const worker = readFileSync(join(import.meta.dirname, '../public', workerName), 'utf8');
        const precache = {
          version: hash.update(worker).digest('hex').slice(0, 16),
          files: files.map((path) => [path, namedByContent.test(path)]),
        };
        writeFileSync(join(folder, workerName), `globalThis.precache = ${JSON.stringify(precache)};\n${worker}`);
      },
    },
  };
}

/** In a fixed order, so that the same site has the same version. */
function filesBelow(folder: string, prefix: string): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${prefix}${entry.name}`;
      return entry.isDirectory() ? filesBelow(folder, `${path}/`) : [path];
    })
    .toSorted((one, other) => (one < other ? -1 : 1));
}
