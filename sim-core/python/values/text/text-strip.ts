/** `strip`, `lstrip` and `rstrip`; characters of null stand for white space. */
import { wideCharacters } from './code-points.ts';
import { isWhiteSpace } from './white-space.ts';

export function stripText(text: string, characters: string | null): string {
  return leftStripText(rightStripText(text, characters), characters);
}

export function leftStripText(text: string, characters: string | null): string {
  const wide = characters === null ? null : wideCharacters(text);
  if (wide !== null) {
    const set = new Set(characters as string);
    let first = 0;
    while (first < wide.length && set.has(wide[first] as string)) first++;
    return wide.slice(first).join('');
  }
  let first = 0;
  while (first < text.length && isStripped(text, first, characters)) first++;
  return text.slice(first);
}

export function rightStripText(text: string, characters: string | null): string {
  const wide = characters === null ? null : wideCharacters(text);
  if (wide !== null) {
    const set = new Set(characters as string);
    let end = wide.length;
    while (end > 0 && set.has(wide[end - 1] as string)) end--;
    return wide.slice(0, end).join('');
  }
  let end = text.length;
  while (end > 0 && isStripped(text, end - 1, characters)) end--;
  return text.slice(0, end);
}

function isStripped(text: string, index: number, characters: string | null): boolean {
  return characters === null ? isWhiteSpace(text.charCodeAt(index)) : characters.includes(text.charAt(index));
}
