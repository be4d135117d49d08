// `npm run lighthouse`: Lighthouse's figures of the built site; fails where one is under 95. Needs a Chromium and, once, the network (npx).
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { findChromium } from './find-chromium.mjs';

/** The last version that runs on Node 20. */
const lighthouse = 'lighthouse@12.8.2';
const rooms = { workbench: '', 'CPU lab': '#/cpu-lab', 'real lab': 'real-lab.html' };
const categories = ['performance', 'accessibility', 'best-practices'];
const least = 95;
/** Other work on the machine disturbs the figures: the median of so many visits counts. */
const visits = Number(process.env.LIGHTHOUSE_VISITS ?? 3);

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'lockstep-lighthouse-'));
const chromium = findChromium();
if (chromium === null) {
  console.error('No Chromium was found: set LOCKSTEP_CHROMIUM to one.');
  process.exit(1);
}
if (spawnSync('npx', ['vite', 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' }).status !== 0)
  process.exit(1);
const server = await preview({
  root,
  preview: { port: Number(process.env.LOCKSTEP_PORT ?? 4175) },
  logLevel: 'silent',
});
const [site] = server.resolvedUrls.local;

let isGood = true;
for (const [name, path] of Object.entries(rooms)) {
  const seen = [];
  for (let visit = 0; visit < visits; visit += 1)
    seen.push(await scoresOf(`${site}${path}`, join(folder, `${visit}.json`)));
  const figures = categories.map((category) => median(seen.map((scores) => scores[category])));
  isGood &&= figures.every((figure) => figure >= least);
  console.log(`${name.padEnd(10)} ${categories.map((category, at) => `${category} ${figures[at]}`).join(' · ')}`);
}
await server.close();
if (!isGood) console.error(`A figure is under ${least}.`);
process.exit(isGood ? 0 : 1);

async function scoresOf(address, file) {
  const options = [
    '--quiet',
    '--output=json',
    `--output-path=${file}`,
    '--preset=desktop',
    `--only-categories=${categories.join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking',
  ];
  const [command, ...first] = (process.env.LIGHTHOUSE ?? `npx --yes ${lighthouse}`).split(' ');
  const run = spawn(command, [...first, address, ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CHROME_PATH: chromium },
  });
  const code = await new Promise((resolve) => {
    run.on('close', resolve);
  });
  if (code !== 0) throw new Error(`lighthouse ended with ${code}`);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return Object.fromEntries(
    categories.map((category) => [category, Math.round(report.categories[category].score * 100)]),
  );
}

function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}
