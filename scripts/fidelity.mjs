// `npm run fidelity`: every phenomenon, real beside simulated; fails if one is outside its property.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleCommandLine } from './bundle-command-line.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bundle = join(root, '.cache', 'fidelity.mjs');
mkdirSync(dirname(bundle), { recursive: true });
writeFileSync(bundle, await bundleCommandLine(join(root, 'sim-core/simulation/fidelity/fidelity.ts')));
const { fidelityRows } = await import(pathToFileURL(bundle).href);

let held = 0;
let missed = 0;
for (const { phenomenon, real, simulated, holds } of fidelityRows(process.argv.slice(2))) {
  if (holds) held += 1;
  else missed += 1;
  console.log(`${holds ? '✓' : '✗'} ${phenomenon}\n    real ${real} · simulated ${simulated}`);
}
console.log(`${held} phenomena held, ${missed} missed`);
process.exit(missed === 0 ? 0 : 1);
