/** Panels as one SVG, one below the other, or one each: caption, code and variables, and the timeline around the moment. */
import type { StripPanel } from './strip-panel.ts';

/** Colours and fonts as the page wears them. */
export interface StripLook {
  readonly background: string;
  readonly text: string;
  readonly textMuted: string;
  readonly hairline: string;
  readonly accentSoft: string;
  readonly changed: string;
  readonly fontUi: string;
  readonly fontCode: string;
}

const stripWidthPx = 960;
const margin = 20;
const codeRow = 20;
const titleSize = 20;
const bodySize = 15;
const codeSize = 14;
const codeWidth = 560;

interface Drawn {
  readonly content: string;
  readonly heightPx: number;
}

export function stripSvg(panels: readonly StripPanel[], look: StripLook): string {
  const parts: string[] = [];
  let y = 0;
  for (const [index, panel] of panels.entries()) {
    const { content, heightPx } = drawPanel(panel, index + 1, look);
    parts.push(`<g transform="translate(0 ${y})">${content}</g>`);
    y += heightPx;
    if (index < panels.length - 1) parts.push(`<path d="M0 ${y}H${stripWidthPx}" stroke="${look.hairline}"/>`);
  }
  const size = `width="${stripWidthPx}" height="${y}" viewBox="0 0 ${stripWidthPx} ${y}"`;
  const ground = `<rect width="100%" height="100%" fill="${look.background}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${ground}${parts.join('\n')}</svg>\n`;
}

function drawPanel(panel: StripPanel, number: number, look: StripLook): Drawn {
  const parts: string[] = [];
  const ui = `font-family="${escaped(look.fontUi)}"`;
  let y = margin + titleSize;
  const write = (text: string, size: number, color: string, weight = 400): void => {
    for (const line of wrapped(text, Math.floor((1.7 * (stripWidthPx - 2 * margin)) / size))) {
      parts.push(
        `<text x="${margin}" y="${y}" ${ui} font-size="${size}" font-weight="${weight}" fill="${color}">${escaped(line)}</text>`,
      );
      y += Math.round(size * 1.4);
    }
  };
  write(`${number} · ${panel.place}`, bodySize, look.textMuted, 600);
  y += 5;
  if (panel.caption !== '') write(panel.caption, titleSize, look.text, 600);
  if (panel.sentence !== '') write(panel.sentence, bodySize, look.text);
  const rows = drawRows(panel, look);
  parts.push(`<g transform="translate(${margin} ${y - 4})">${rows.content}</g>`);
  y += rows.heightPx + 8;
  const picture = fitted(panel.picture);
  parts.push(`<g transform="translate(${margin} ${y})">${picture.content}</g>`);
  return { content: parts.join('\n'), heightPx: Math.ceil(y + picture.heightPx + margin) };
}

/** The code on the left, the variables on the right. */
function drawRows({ code, variables }: StripPanel, look: StripLook): Drawn {
  const font = `font-family="${escaped(look.fontCode)}" font-size="${codeSize}" xml:space="preserve"`;
  const lines = code.map(({ number, text, isCurrent }, row) => {
    const y = row * codeRow;
    const ground = isCurrent
      ? `<rect y="${y}" width="${codeWidth}" height="${codeRow}" fill="${look.accentSoft}"/>`
      : '';
    const count = `<text x="30" y="${y + 15}" ${font} text-anchor="end" fill="${look.textMuted}">${number}</text>`;
    return `${ground}${count}<text x="44" y="${y + 15}" ${font} fill="${look.text}">${escaped(cut(text, 58))}</text>`;
  });
  const values = variables.map(({ name, text, hasChanged }, row) => {
    const y = row * codeRow;
    const width = stripWidthPx - 2 * margin - codeWidth - 16;
    const ground = hasChanged
      ? `<rect x="${codeWidth + 16}" y="${y}" width="${width}" height="${codeRow}" fill="${look.changed}"/>`
      : '';
    return `${ground}<text x="${codeWidth + 24}" y="${y + 15}" ${font} fill="${look.text}">${escaped(cut(`${name} = ${text}`, 38))}</text>`;
  });
  return {
    content: [...lines, ...values].join(''),
    heightPx: Math.max(code.length, variables.length) * codeRow,
  };
}

/** The picture's document as a part of this one, no wider than the strip. */
function fitted(svg: string): Drawn {
  const [, width, height] = /^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  if (width === undefined || height === undefined) return { content: '', heightPx: 0 };
  const room = stripWidthPx - 2 * margin;
  const heightPx = (Number(height) * room) / Number(width);
  const size = `width="${room}" height="${heightPx}" viewBox="0 0 ${width} ${height}"`;
  return { content: svg.replace(/^<svg [^>]*>/, `<svg ${size}>`), heightPx };
}

/** Lines of at most so many half-width characters, broken at spaces or between Chinese characters. */
export function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[⺀-鿿＀-￯]|[^\s⺀-鿿＀-￯]+\s*|\s+/g) ?? []) {
    if (line !== '' && widthOf(line + word.trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

function widthOf(text: string): number {
  return text.length + (text.match(/[⺀-鿿＀-￯]/g) ?? []).length;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
