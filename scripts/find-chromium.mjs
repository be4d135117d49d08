// A Chromium for the journeys: one that is installed, else Playwright's own download, else Debian's package.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The executable's path; null: Playwright has a browser of its own. */
export function findChromium() {
  if (process.env.LOCKSTEP_CHROMIUM) return process.env.LOCKSTEP_CHROMIUM;
  const found = installed.find((path) => existsSync(path));
  if (found !== undefined) return found;
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  console.log('No Chromium found: installing one …');
  if (spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' }).status === 0) return null;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  console.error('No Chromium could be installed: the journeys will fail.');
  return null;
}
