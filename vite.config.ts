import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const noCoreImports = { exclude: ['**/node_modules/**', '**/dist/**', '**/.cache/**'] };

export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'es2024' },
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
