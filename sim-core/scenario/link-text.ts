/** What writing and reading a link share: the dictionary's bytes and the check. */
import { strToU8 } from 'fflate';
import { linkDictionary } from './link-dictionary.ts';

export function linkDictionaryBytes(): Uint8Array {
  return strToU8(linkDictionary);
}

/** FNV-1a over UTF-16 units, as 8 hex digits: finds what was changed on the way, no more. */
export function checkOf(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
