import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

/** A Chromium given by name, else the system's, else (undefined) the one that `npx playwright install chromium` brings. */
const executablePath = [process.env['LOCKSTEP_CHROMIUM'], '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);
const port = Number(process.env['LOCKSTEP_PORT'] ?? 4174);

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  retries: process.env['CI'] === undefined ? 0 : 2,
  reporter: [['list']],
  timeout: 45_000,
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1280, height: 720 },
    locale: 'en-GB',
    // Where the site without a network is what is tested, the test allows it.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: {
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  webServer: {
    command: `npx vite build && npx vite preview --port ${port} --strictPort`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: true,
    timeout: 120_000,
  },
});
