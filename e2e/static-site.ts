/** The built site as a plain static host serves it: under a folder, without headers of its own. Files can be replaced while it runs. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** Where `npm run build` puts the site. */
const siteFolder = process.env['LOCKSTEP_DIST'] ?? 'dist';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

export interface StaticSite {
  /** The folder's address, with '/' at its end. */
  readonly address: string;
  /** As a new version of the site would have them, by path. */
  readonly replaced: Map<string, string>;
  /** Ends it at once, open connections too. */
  readonly close: () => void;
}

/** A file of the built site as it is. */
export function siteFile(path: string): string {
  return readFileSync(join(siteFolder, path), 'utf8');
}

export async function serveSite(pages: Readonly<Record<string, string>> = {}): Promise<StaticSite> {
  const replaced = new Map(Object.entries(pages));
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/^\/course\//, '');
    const path = asked === '' ? 'index.html' : normalize(asked);
    const file = join(siteFolder, path);
    const text = replaced.get(path);
    if (text === undefined && (!existsSync(file) || statSync(file).isDirectory())) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', contentTypes[extname(path)] ?? 'application/octet-stream');
    response.end(text ?? readFileSync(file));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, () => resolve());
  });
  return { address: `http://localhost:${portOf(server)}/course/`, replaced, close: () => end(server) };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function end(server: Server): void {
  server.close();
  server.closeAllConnections();
}
