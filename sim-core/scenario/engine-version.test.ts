import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { engineVersion } from './engine-version.ts';

test('links carry the version of package.json', () => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(manifest).toMatchObject({ version: engineVersion });
});
