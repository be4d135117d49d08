// `npm run place-stops`: after a change of the machine's costs, finds the examples' stops again and writes them down:
// the story of the first example, and those told by a line of the program (`at`), for which the page would have to look again.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleCommandLine } from './bundle-command-line.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bundle = join(root, '.cache', 'place-stops.mjs');
mkdirSync(dirname(bundle), { recursive: true });
writeFileSync(bundle, await bundleCommandLine(join(root, 'sim-core/simulation/bench/place-stops.bench.ts')));
const { finishedSession, lostUpdateIn, placesIn } = await import(pathToFileURL(bundle).href);

const path = join(root, 'public/scenarios/lost-update.json');
const example = JSON.parse(readFileSync(path, 'utf8'));
const found = lostUpdateIn(finishedSession(example));
if (found === null) {
  console.error('No update is lost in a way that can be seen: change the example (its seed, its switch interval).');
  process.exit(1);
}
const { thread, steps, fromNs, toNs } = found;
const camera = { fromNs, toNs, thread };
example.view = {
  ...example.view,
  step: steps[1],
  ...camera,
  stops: example.view.stops.map((stop, index) => ({ ...stop, step: steps[index], ...camera })),
};
writeFileSync(path, `${JSON.stringify(example, null, 2)}\n`);
console.log(`stops at the steps ${steps.join(', ')}, thread ${thread}`);

const folder = join(root, 'public/scenarios');
for (const name of readdirSync(folder).filter((each) => each.endsWith('.json') && each !== 'index.json')) {
  const file = join(folder, name);
  const { placed: _, ...told } = JSON.parse(readFileSync(file, 'utf8'));
  const places = (told.view?.stops ?? []).flatMap(({ at }) => (at === undefined ? [] : [at]));
  if (places.length === 0) continue;
  const session = finishedSession(told);
  const { hash } = session.trace();
  const found = placesIn(session, places);
  if (found.includes(null)) {
    console.error(`${name}: no place for stop ${found.indexOf(null) + 1}`);
    process.exit(1);
  }
  writeFileSync(file, `${JSON.stringify({ ...told, placed: { trace: hash, places: found } }, null, 2)}\n`);
  console.log(`${name}: ${found.map(({ step }) => step).join(', ')}`);
}
