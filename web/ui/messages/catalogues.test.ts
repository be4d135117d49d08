import { expect, test } from 'vitest';

type Texts = Readonly<Record<string, string>>;
const english = import.meta.glob<Texts>('../../**/messages/en.ts', { eager: true, import: 'en' });
const chinese = import.meta.glob<Texts>('../../**/messages/zh.ts', { eager: true, import: 'zh' });

const pairs = Object.entries(english).map(([path, en]) => {
  const zhPath = path.replace(/en\.ts$/, 'zh.ts');
  return { path, en, zh: chinese[zhPath] ?? {} };
});

test.each(pairs)('$path and its Chinese sister have the same keys', ({ en, zh }) => {
  expect(Object.keys(zh).toSorted()).toEqual(Object.keys(en).toSorted());
});

test.each(pairs)('$path and its Chinese sister fill the same places', ({ en, zh }) => {
  const differing = Object.keys(en).filter((key) => !key.endsWith('_one') && placesIn(en[key]) !== placesIn(zh[key]));
  expect(differing).toEqual([]);
});

test.each(pairs)('$path has no empty text', ({ en, zh }) => {
  expect([...Object.values(en), ...Object.values(zh)].filter((text) => text.trim() === '')).toEqual([]);
});

function placesIn(text = ''): string {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]))].toSorted().join(' ');
}
