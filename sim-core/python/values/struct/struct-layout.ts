/**
 * The formats of the module struct.
 * Models: CPython 3.13, prepare_s in Modules/_struct.c, on a 64-bit little-endian machine.
 */
import { ValueFault } from '../value-fault.ts';

/** What a field takes: an int, a float, a bool, one byte, bytes of a length, or bytes with their length before. */
type FieldKind = 'int' | 'float' | 'bool' | 'char' | 'bytes' | 'pascal';

/** One value of a struct. */
export interface StructField {
  readonly code: string;
  readonly kind: FieldKind;
  readonly offset: number;
  readonly size: number;
  readonly isSigned: boolean;
}

export interface StructLayout {
  readonly format: string;
  readonly size: number;
  readonly isLittleEndian: boolean;
  /** `@`: C's own sizes and alignment. */
  readonly isNative: boolean;
  readonly fields: readonly StructField[];
}

interface CodeShape {
  readonly kind: FieldKind | 'pad';
  readonly size: number;
  /** In the machine's own layout; null where only that has the code. */
  readonly nativeSize: number;
  readonly isStandard: boolean;
  readonly isSigned: boolean;
}

function shape(kind: CodeShape['kind'], size: number, options: Partial<CodeShape> = {}): CodeShape {
  return { kind, size, nativeSize: size, isStandard: true, isSigned: false, ...options };
}

const codes: ReadonlyMap<string, CodeShape> = new Map([
  ['x', shape('pad', 1)],
  ['c', shape('char', 1)],
  ['b', shape('int', 1, { isSigned: true })],
  ['B', shape('int', 1)],
  ['?', shape('bool', 1)],
  ['h', shape('int', 2, { isSigned: true })],
  ['H', shape('int', 2)],
  ['i', shape('int', 4, { isSigned: true })],
  ['I', shape('int', 4)],
  ['l', shape('int', 4, { nativeSize: 8, isSigned: true })],
  ['L', shape('int', 4, { nativeSize: 8 })],
  ['q', shape('int', 8, { isSigned: true })],
  ['Q', shape('int', 8)],
  ['n', shape('int', 8, { isStandard: false, isSigned: true })],
  ['N', shape('int', 8, { isStandard: false })],
  ['P', shape('int', 8, { isStandard: false })],
  ['e', shape('float', 2)],
  ['f', shape('float', 4)],
  ['d', shape('float', 8)],
  ['s', shape('bytes', 1)],
  ['p', shape('pascal', 1)],
]);

/** The fault `struct.error`. */
export function structFault(message: string): ValueFault {
  return new ValueFault('struct.error', message);
}

const largestSize = 9223372036854775807n;

export function parseStructFormat(format: string): StructLayout {
  const order = '@=<>!'.includes(format.charAt(0)) && format !== '' ? format.charAt(0) : '@';
  const isNative = order === '@';
  const fields: StructField[] = [];
  let size = 0;
  for (const { count, code } of splitFormat(format.replace(/^[@=<>!]/, ''))) {
    const known = codes.get(code);
    if (known === undefined || !(isNative || known.isStandard)) throw structFault('bad char in struct format');
    const unit = isNative ? known.nativeSize : known.size;
    if (count * BigInt(unit) + BigInt(size) > largestSize) throw structFault('total struct size too long');
    const offset = isNative && known.kind !== 'pad' ? Math.ceil(size / unit) * unit : size;
    fields.push(...fieldsOf(known, { code, count: Number(count), offset, unit }));
    size = offset + unit * Number(count);
  }
  return { format, size, isLittleEndian: order !== '>' && order !== '!', isNative, fields };
}

interface CountedCode {
  readonly count: bigint;
  readonly code: string;
}

function splitFormat(format: string): readonly CountedCode[] {
  const parts: CountedCode[] = [];
  const token = /[\t-\r ]*(\d*)([^]?)/y;
  while (token.lastIndex < format.length) {
    const [, digits = '', code = ''] = token.exec(format) as RegExpExecArray;
    if (code === '' && digits !== '') throw structFault('repeat count given without format specifier');
    if (code !== '') parts.push({ count: digits === '' ? 1n : BigInt(digits), code });
  }
  return parts;
}

interface FieldPlace {
  readonly code: string;
  readonly count: number;
  readonly offset: number;
  readonly unit: number;
}

/** More values than this would not fit in the machine. */
const mostFields = 1 << 22;

function fieldsOf({ kind, isSigned }: CodeShape, { code, count, offset, unit }: FieldPlace): readonly StructField[] {
  if (kind === 'pad') return [];
  if (kind === 'bytes' || kind === 'pascal') return [{ code, kind, offset, size: count, isSigned }];
  if (count > mostFields) throw new ValueFault('MemoryError', '');
  return Array.from({ length: count }, (_, index) => ({
    code,
    kind,
    offset: offset + index * unit,
    size: unit,
    isSigned,
  }));
}
