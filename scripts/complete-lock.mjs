// `npm run complete-lock`, after every `npm install`: npm leaves out of the lock file what the registry at hand does not offer, and then
// `npm ci` fails on other platforms. This adds an entry for every optional package of another platform that a locked package names:
// with the exact version, the platform its name tells, and what its siblings say; without a checksum, which only its registry knows.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const systems = new Set([
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'aix',
]);
const processors = new Set([
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
  'wasm32',
]);
const libraries = { gnu: 'glibc', musl: 'musl', gnueabihf: 'glibc', musleabihf: 'musl' };

/** Optional packages that are named somewhere and have no entry: their place, version and who names them. */
export function missingEntries(lock) {
  const missing = new Map();
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isFoundFrom(lock.packages, place, name)) continue;
      const at = `node_modules/${name}`;
      missing.set(at, { name, version: range, namedBy: place });
    }
  }
  return missing;
}

/** As Node looks for it: in the package's own folder, then in that of each package around it. */
function isFoundFrom(packages, place, name) {
  const around = place
    .split('/node_modules/')
    .map((_, depth, parts) => parts.slice(0, depth + 1).join('/node_modules/'));
  return ['', ...around].some(
    (folder) => packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined,
  );
}

/** The entry a package of another platform gets. */
export function entryFor({ name, version }, parent) {
  const parts = name.replace(/^.*\//, '').split('-');
  const cpu = parts.filter((part) => processors.has(part));
  const os = parts.filter((part) => systems.has(part));
  const libc = parts.map((part) => libraries[part]).filter((library) => library !== undefined);
  return {
    version,
    ...(cpu.length === 0 ? {} : { cpu }),
    ...(parent.dev === true ? { dev: true } : {}),
    ...(os.includes('linux') && libc.length > 0 ? { libc } : {}),
    ...(parent.license === undefined ? {} : { license: parent.license }),
    optional: true,
    ...(os.length === 0 ? {} : { os }),
    ...(parent.engines === undefined ? {} : { engines: parent.engines }),
  };
}

export function completed(lock) {
  const packages = { ...lock.packages };
  for (const [place, found] of missingEntries(lock)) {
    if (!/^\d+\.\d+\.\d+/.test(found.version)) throw new Error(`${found.name}@${found.version}: no exact version`);
    packages[place] = entryFor(found, lock.packages[found.namedBy]);
  }
  const inOrder = Object.entries(packages).toSorted(([one], [other]) => one.localeCompare(other, 'en'));
  return { ...lock, packages: Object.fromEntries(inOrder) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(dirname(fileURLToPath(import.meta.url)), '..', 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const missing = missingEntries(lock);
  if (missing.size > 0) writeFileSync(path, `${JSON.stringify(completed(lock), null, 2)}\n`);
  console.log(missing.size === 0 ? 'complete already' : `added ${[...missing.keys()].join(', ')}`);
}
