// Which modules of CPython's own library run unchanged as modules of the program (`--module`)? Prints a line per module: imported, or what stops it.
//   node scripts/try-library.mjs [FOLDER] [REGEX]     FOLDER: default ~/.pyenv/versions/3.13.0/lib/python3.13
import { existsSync, readdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? join(homedir(), '.pyenv/versions/3.13.0/lib/python3.13');
const only = new RegExp(process.argv[3] ?? '.');
if (!existsSync(folder)) {
  console.log(`try-library: no ${folder}: nothing to try`);
  process.exit(0);
}
const commandLine = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'lockstep.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'try-library-'));
const modules = readdirSync(folder).filter((name) => /^[a-z_]\w*\.py$/.test(name) && only.test(name));
let imported = 0;
for (const file of modules.sort()) {
  const name = file.slice(0, -3);
  if (name === 'this' || name === 'antigravity') continue;
  const program = join(scratch, 'main.py');
  writeFileSync(program, `import ${name}\nprint('imported', ${name}.__file__)\n`);
  const run = spawnSync(process.execPath, [commandLine, 'run', program, '--module', join(folder, file)], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  const isImported = (run.stdout ?? '').includes('imported ' + folder);
  if (isImported) imported += 1;
  const reason = (run.stderr ?? '').trim().split('\n').at(-1) ?? '';
  console.log(`${isImported ? '✓' : '✗'} ${name}${isImported ? '' : `: ${reason}`}`);
}
console.log(`${imported} of ${modules.length} modules of ${folder} import unchanged`);
