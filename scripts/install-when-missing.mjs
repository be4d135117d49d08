// Installs the packages when they are missing or older than the lock file. Uses nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [major, minor] = process.versions.node.split('.').map(Number);

export function installWhenMissing(root) {
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Lockstep needs Node 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const marker = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing packages …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' };
  const quiet = ['--no-audit', '--no-fund'];
  if (spawnSync(npm, ['ci', ...quiet], options).status === 0) return;
  // A registry that lacks another platform's binaries makes `npm ci` give up; a plain install does not need them.
  const { status } = spawnSync(npm, ['install', '--no-save', ...quiet], options);
  if (status !== 0) process.exit(status ?? 1);
}
