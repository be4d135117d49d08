/** `center`, `ljust`, `rjust`, `zfill` and `expandtabs`. */
import { textLength } from './code-points.ts';
import { checkedTextLength, repeatText } from './text-limit.ts';

/** `text.center(width, fill)`; an odd rest goes left or right as in CPython. */
export function centerText(text: string, width: number, fill: string = ' '): string {
  const padding = width - textLength(text);
  if (padding <= 0) return text;
  const left = (padding >> 1) + (padding & width & 1);
  return repeatText(fill, left) + text + repeatText(fill, padding - left);
}

export function leftJustifyText(text: string, width: number, fill: string = ' '): string {
  const padding = width - textLength(text);
  return padding <= 0 ? text : text + repeatText(fill, padding);
}

export function rightJustifyText(text: string, width: number, fill: string = ' '): string {
  const padding = width - textLength(text);
  return padding <= 0 ? text : repeatText(fill, padding) + text;
}

/** Zeros go between a sign and the rest. */
export function zeroFillText(text: string, width: number): string {
  const padding = width - textLength(text);
  if (padding <= 0) return text;
  const sign = text.startsWith('-') || text.startsWith('+') ? text.charAt(0) : '';
  return sign + repeatText('0', padding) + text.slice(sign.length);
}

export function expandTabs(text: string, tabSize: number = 8): string {
  let expanded = '';
  let column = 0;
  for (const character of text) {
    if (character === '\t') {
      const width = tabSize > 0 ? tabSize - (column % tabSize) : 0;
      expanded += repeatText(' ', width);
      checkedTextLength(expanded.length);
      column += width;
    } else {
      expanded += character;
      column = character === '\n' || character === '\r' ? 0 : column + 1;
    }
  }
  return expanded;
}
