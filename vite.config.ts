import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { precacheSite } from './scripts/precache.ts';
import { isolateRealLab, workerFileName } from './web/real-lab/isolation/isolation-headers.ts';

const noCoreImports = { exclude: ['**/node_modules/**', '**/dist/**', '**/.cache/**'] };

export default defineConfig({
  base: './',
  plugins: [react(), isolateRealLab(), precacheSite()],
  worker: { format: 'es', rolldownOptions: { output: { entryFileNames: workerFileName } } },
  build: { target: 'es2024', rolldownOptions: { input: ['index.html', 'real-lab.html'] } },
  test: {
    projects: [
      {
        test: { name: 'core', include: ['sim-core/**/*.test.ts'], ...noCoreImports },
      },
      { extends: true, test: { name: 'web', include: ['web/**/*.test.{ts,tsx}'], ...noCoreImports } },
      { test: { name: 'repo', include: ['*.test.ts'] } },
    ],
  },
});
