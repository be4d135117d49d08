// Writes sim-core/python/modules/missing-names.ts: what CPython 3.13's modules have that ours of the same name lack.
//   node scripts/list-missing-names.mjs [PYTHON]     PYTHON: default ~/.pyenv/versions/3.13.0/bin/python
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const python = process.argv[2] ?? join(homedir(), '.pyenv/versions/3.13.0/bin/python');
if (!existsSync(python)) throw new Error(`list-missing-names: no ${python}`);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const listed = readFileSync(join(root, 'sim-core/python/modules/standard-library.ts'), 'utf8');
const modules = /const names = `([^`]*)`/.exec(listed)[1].trim().split(/\s+/);
const inner = [
  'asyncio.tasks',
  'asyncio.events',
  'collections.abc',
  'concurrent.futures',
  'concurrent.futures.thread',
  'os.path',
  'urllib.parse',
];
const skipped = ['this', 'antigravity', 'turtle', 'idlelib', 'tkinter', '__future__', 'greenlet', 'gevent'];

/** Prints the names of a module that do not begin with an underscore; `isOwn`: only those that are not taken from elsewhere. */
function program(name, isOwn) {
  return `
import sys
try:
    import ${name}
    module = sys.modules['${name}']
${isOwn ? own(name) : '    is_counted = lambda n: True'}
    print('${name}', *sorted(n for n in dir(module) if not n.startswith('_') and is_counted(n)))
except ImportError:
    pass
`;
}

/** Neither a module nor what another module defines. */
function own(name) {
  return `
    homes = ('${name}', '_${name}', 'posix', '_socket', '_io', 'builtins', None)
    def is_counted(n):
        value = getattr(module, n, None)
        return not isinstance(value, type(sys)) and (n in getattr(module, '__all__', ()) or getattr(value, '__module__', None) in homes)
`;
}

const scratch = mkdtempSync(join(tmpdir(), 'missing-names-'));
const file = join(scratch, 'main.py');
function namesOf(command, name, isOwn) {
  writeFileSync(file, program(name, isOwn));
  const run = spawnSync(command[0], [...command.slice(1), file], { encoding: 'utf8', timeout: 60_000 });
  const line = (run.stdout ?? '').split('\n').find((text) => text.startsWith(`${name} `));
  return line === undefined ? null : new Set(line.trim().split(' ').slice(1));
}

const rows = [];
for (const name of [...modules, ...inner].filter((one) => !skipped.includes(one)).sort()) {
  const ours = namesOf([process.execPath, join(root, 'bin/lockstep.mjs'), 'run'], name, false);
  if (ours === null) continue;
  const real = namesOf([python, '-W', 'ignore'], name, true);
  const missing = [...(real ?? [])].filter((one) => !ours.has(one));
  if (missing.length > 0) rows.push(`${name}: ${missing.join(' ')}`);
  console.log(`${name}: ${missing.length} of ${real?.size ?? 0} missing`);
}
const target = join(root, 'sim-core/python/modules/missing-names.ts');
const kept = readFileSync(target, 'utf8').replace(
  /const table = `[^`]*`/,
  () => `const table = \`\n${rows.join('\n')}\n\``,
);
writeFileSync(target, kept);
