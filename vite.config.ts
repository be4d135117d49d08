import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { precacheSite } from './scripts/precache.ts';
import { isolateRealLab, workerFileName } from './web/real-lab/isolation/isolation-headers.ts';

/** Tests are right or wrong, not quick or slow: a busy machine must not fail them. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };
const unitTests = { ...patience, exclude: ['**/node_modules/**', '**/dist/**', '**/.cache/**'] };

export default defineConfig({
  base: './',
  plugins: [react(), isolateRealLab(), precacheSite()],
  worker: { format: 'es', rolldownOptions: { output: { entryFileNames: workerFileName } } },
  build: { target: 'es2024', rolldownOptions: { input: ['index.html', 'real-lab.html'] } },
  test: {
    projects: [
      {
        test: { name: 'core', include: ['sim-core/**/*.test.ts'], ...unitTests },
      },
      { extends: true, test: { name: 'web', include: ['web/**/*.test.{ts,tsx}'], ...unitTests } },
      { test: { name: 'repo', include: ['*.test.ts'], ...patience } },
    ],
  },
});
