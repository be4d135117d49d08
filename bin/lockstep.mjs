#!/usr/bin/env node
// The command line in a checkout: bundles sim-core/cli once (again when a source is newer) into .cache and runs it.
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const core = join(root, 'sim-core');
const bundle = join(root, '.cache', 'lockstep-cli.mjs');

function newestSource(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) newest = Math.max(newest, newestSource(path));
    else if (/\.(ts|py)$/.test(entry.name) && !/\.(test|bench)\.ts$/.test(entry.name))
      newest = Math.max(newest, statSync(path).mtimeMs);
  }
  return newest;
}

async function build() {
  const { bundleCommandLine } = await import('../scripts/bundle-command-line.mjs');
  const code = await bundleCommandLine(join(core, 'cli', 'main.ts'));
  mkdirSync(dirname(bundle), { recursive: true });
  const fresh = `${bundle}.${process.pid}`;
  writeFileSync(fresh, code);
  renameSync(fresh, bundle);
}

if (!existsSync(bundle) || statSync(bundle).mtimeMs < newestSource(core)) await build();
const { main } = await import(pathToFileURL(bundle).href);
process.exitCode = main(process.argv.slice(2));
