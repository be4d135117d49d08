import { ValueFault } from '../value-fault.ts';

/** The encodings the machine knows, by CPython's own names of them in messages. */
export type Encoding =
  | 'utf-8'
  | 'utf-8-sig'
  | 'ascii'
  | 'latin-1'
  | 'utf-16'
  | 'utf-16-le'
  | 'utf-16-be'
  | 'utf-32'
  | 'utf-32-le'
  | 'utf-32-be';

const aliases: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  u8: 'utf-8',
  utf: 'utf-8',
  utf8ucs2: 'utf-8',
  utf8ucs4: 'utf-8',
  cp65001: 'utf-8',
  utf8sig: 'utf-8-sig',
  ascii: 'ascii',
  usascii: 'ascii',
  us: 'ascii',
  '646': 'ascii',
  iso646us: 'ascii',
  'ansix3.41968': 'ascii',
  latin1: 'latin-1',
  latin: 'latin-1',
  l1: 'latin-1',
  iso88591: 'latin-1',
  '8859': 'latin-1',
  cp819: 'latin-1',
  utf16: 'utf-16',
  u16: 'utf-16',
  utf16le: 'utf-16-le',
  utf16be: 'utf-16-be',
  utf32: 'utf-32',
  u32: 'utf-32',
  utf32le: 'utf-32-le',
  utf32be: 'utf-32-be',
};

const knownNames = new Map(Object.entries(aliases));

/** The encoding that a program names in any of its spellings. */
export function encodingNamed(name: string): Encoding {
  const encoding = knownNames.get(name.toLowerCase().replace(/[-_ ]/g, ''));
  if (encoding === undefined) throw new ValueFault('LookupError', `unknown encoding: ${name}`);
  return encoding;
}
