/** Places in a line of source, counted in bytes (as code objects do), in code units (as JavaScript does) and in columns of a terminal. */
import { isWideCharacter } from '../../values/text/wide-characters.ts';

/** A byte offset in UTF-8 as an index into the JavaScript string. */
export function columnOfByte(line: string, byte: number): number {
  let bytes = 0;
  for (let i = 0; i < line.length; i += 1) {
    if (bytes >= byte) return i;
    const code = line.charCodeAt(i);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  return line.length;
}

/** How many columns of a terminal the text takes. Models: _display_width in Lib/traceback.py. */
export function displayWidth(text: string): number {
  let columns = 0;
  for (const character of text) columns += isWideCharacter(character.codePointAt(0) as number) ? 2 : 1;
  return columns;
}
