// The lock file serves every platform, wherever it was written (scripts/complete-lock.mjs says how).
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { completed, missingEntries } from './scripts/complete-lock.mjs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, object> };

test('every optional package of every platform has its entry (npm run complete-lock adds them)', () => {
  expect([...missingEntries(lock).keys()]).toEqual([]);
});

test('what npm left out is put back as it was', () => {
  const place = 'node_modules/@oxlint/binding-linux-arm64-musl';
  const { [place]: left, ...packages } = lock.packages;
  expect(left).toBeDefined();
  expect([...missingEntries({ packages }).keys()]).toEqual([place]);
  expect(completed({ packages }).packages[place]).toMatchObject(left ?? {});
});
