import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const light = declarationsOf(':root {');
const themes = {
  light,
  dark: { ...light, ...declarationsOf(":root[data-theme='dark'] {") },
  projector: { ...light, ...declarationsOf(":root[data-theme='projector'] {") },
};

const texts = ['text', 'text-muted', 'accent', 'danger', 'warning', 'good'].map((name) => [name, 4.5] as const);
const syntax = ['keyword', 'string', 'number', 'comment', 'definition', 'builtin'].map(
  (name) => [`syntax-${name}`, 4.5] as const,
);
const threadInks = Array.from({ length: 12 }, (_, hue) => [`thread-${hue}-ink`, 4.5] as const);

for (const [theme, tokens] of Object.entries(themes)) {
  test.each([...texts, ...syntax, ...threadInks])(`${theme}: --%s reads on every surface (%d : 1)`, (name, least) => {
    const surfaces = ['background', 'surface', 'surface-raised', 'accent-soft'];
    expect(surfaces.filter((surface) => contrast(tokens[name], tokens[surface]) < least)).toEqual([]);
  });

  test(`${theme}: each patterned state's ink is seen on its fill`, () => {
    const patterned = ['ready', 'gil-wait', 'blocked', 'sleeping', 'io', 'stopped'];
    const faint = patterned.filter((state) => contrast(tokens[`state-${state}`], tokens[`state-${state}-ink`]) < 3);
    expect(faint).toEqual([]);
  });
}

function declarationsOf(selector: string): Record<string, string> {
  const start = css.indexOf(selector);
  const body = css.slice(start, css.indexOf('\n}', start));
  return Object.fromEntries([...body.matchAll(/--([\w-]+): ([^;]+);/g)].map((match) => [match[1], match[2]]));
}

/** The contrast ratio of WCAG 2. */
function contrast(one = '', other = ''): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
