// What a first visit loads before the first picture is interactive: the page's own JavaScript, all that it imports, and the worker
// that runs the example, much of which is Python's library as text. The editor and the rooms come later.
import { readdirSync, readFileSync } from 'node:fs';

const page = readFileSync('dist/index.html', 'utf8');
const scripts = [...page.matchAll(/(?:src|href)="\.\/(assets\/[\w-]+\.js)"/g)].map(([, path]) => `dist/${path}`);
const worker = readdirSync('dist/assets').filter((name) => name.startsWith('simulation.worker'));

// oxlint-disable-next-line import/no-default-export -- size-limit wants it
export default [
  { name: 'first visit: JavaScript of the page', path: scripts, limit: '250 kB', gzip: true, brotli: false },
  {
    name: 'the simulation, in its worker',
    path: worker.map((name) => `dist/assets/${name}`),
    limit: '600 kB',
    gzip: true,
    brotli: false,
  },
];
