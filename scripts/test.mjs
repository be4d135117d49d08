// `npm test`: installs what is missing, then all tests: format, lint, types, unit tests, fidelity, and the journeys in a real Chromium.
// The last line adds them up.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWhenMissing } from './install-when-missing.mjs';
import { findChromium } from './find-chromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
installWhenMissing(root);
const results = join(root, '.cache', 'results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;
let skipped = 0;

function run(title, command, args, environment = {}) {
  console.log(`\n── ${title}`);
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', ...command), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  console.log(`── ${title}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}

/** A tool that only says yes or no counts as one test. */
function check(title, command, args) {
  if (run(title, command, args)) passed += 1;
  else failed += 1;
}

function add(counts, isOk) {
  passed += counts.passed;
  failed += counts.failed;
  skipped += counts.skipped;
  if (!isOk && counts.failed === 0) failed += 1;
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

check('format', ['oxfmt', 'bin', 'oxfmt'], ['--check', '.']);
check('lint', ['oxlint', 'bin', 'oxlint'], []);
check('types', ['typescript', 'bin', 'tsc'], ['-b']);
check('types of tests', ['typescript', 'bin', 'tsc'], ['-p', 'tsconfig.test.json']);

const unitFile = join(results, 'unit.json');
const unitOk = run(
  'unit tests',
  ['vitest', 'vitest.mjs'],
  ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitFile}`],
);
const unit = readJson(unitFile);
add(
  {
    passed: unit?.numPassedTests ?? 0,
    failed: unit?.numFailedTests ?? 0,
    skipped: (unit?.numPendingTests ?? 0) + (unit?.numTodoTests ?? 0),
  },
  unitOk,
);

check('fidelity', ['..', 'scripts', 'fidelity.mjs'], []);

const chromium = findChromium();
check('build', ['vite', 'bin', 'vite.js'], ['build', '--logLevel', 'warn']);
const e2eFile = join(results, 'e2e.json');
const e2eOk = run('journeys in Chromium', ['@playwright', 'test', 'cli.js'], ['test', '--reporter=line,json'], {
  PLAYWRIGHT_JSON_OUTPUT_NAME: e2eFile,
  LOCKSTEP_BUILT: '1',
  ...(chromium === null ? {} : { LOCKSTEP_CHROMIUM: chromium }),
});
const e2e = readJson(e2eFile)?.stats;
add(
  { passed: (e2e?.expected ?? 0) + (e2e?.flaky ?? 0), failed: e2e?.unexpected ?? 0, skipped: e2e?.skipped ?? 0 },
  e2eOk,
);

console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
