/** `replace`, `removeprefix`, `removesuffix` and `translate`. */
import { charactersOf } from './code-points.ts';

/** `text.replace(old, new, maximum)`; a maximum below 0 is none. */
export function replaceText(text: string, old: string, replacement: string, maximum: number = -1): string {
  if (old === '') return interleaveText(text, replacement, maximum);
  if (maximum < 0) return text.split(old).join(replacement);
  let replaced = '';
  let from = 0;
  for (let count = 0; count < maximum; count++) {
    const at = text.indexOf(old, from);
    if (at < 0) break;
    replaced += text.slice(from, at) + replacement;
    from = at + old.length;
  }
  return replaced + text.slice(from);
}

/** The empty text is before each character and at the end. */
function interleaveText(text: string, replacement: string, maximum: number): string {
  const characters = charactersOf(text);
  const count = maximum < 0 ? characters.length + 1 : maximum;
  let replaced = '';
  for (const [index, character] of characters.entries()) replaced += (index < count ? replacement : '') + character;
  return count > characters.length ? replaced + replacement : replaced;
}

export function removePrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

export function removeSuffix(text: string, suffix: string): string {
  return suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
}

/** `text.translate(table)`: the table gives a text for a code point, or null to leave the character as it is. */
export function translateText(text: string, replacementOf: (codePoint: number) => string | null): string {
  let translated = '';
  for (const character of text) translated += replacementOf(character.codePointAt(0) as number) ?? character;
  return translated;
}
