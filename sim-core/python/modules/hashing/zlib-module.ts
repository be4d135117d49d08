/**
 * The module `_zlib` (CPython's C module zlib; its class `error` comes from the Python side). Models: Modules/zlibmodule.c.
 * The algorithm is pako's, a port of zlib. Compressing and decompressing let the GIL go; checksums do from 5 KiB on.
 */
import { deflate, deflateRaw, gzip, inflate, inflateRaw } from 'pako';
import { PyBytes } from '../../objects/py-bytes.ts';
import { PyException } from '../../objects/py-exception.ts';
import { PyModule } from '../../objects/py-module.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { adler32, crc32 } from '../../values/hashing/checksums.ts';
import { between, exactly, native } from '../../builtins/define.ts';
import { ComputeCall } from '../../vm/compute-call.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { PyRaise } from '../../vm/raise.ts';
import { spendWork } from '../../vm/work-costs.ts';
import { fillModule } from '../native-class.ts';
import { plainIndex } from '../native-numbers.ts';
import { plainBytes } from './hashed-bytes.ts';

/** Median costs of python3.13 on text. */
const compressedByteNs = 25;
const decompressedByteNs = 2;
const checkedByteNs = 0.25;
/** A checksum of more bytes than these lets the GIL go. */
const leastCheckedBytesWithoutGil = 5 * 1024;

/** `wbits`: 9 to 15 a zlib stream, negative without header, 25 to 31 as gzip. */
function compressed(bytes: Uint8Array, level: number, windowBits: number): Uint8Array {
  const options = { level: level as 6, windowBits: Math.min(15, Math.abs(windowBits) % 16 || 15) as 15 };
  if (windowBits < 0) return deflateRaw(bytes, options);
  return windowBits > 15 ? gzip(bytes, options) : deflate(bytes, options);
}

/** Undefined where the stream is cut short (pako's types do not say so). */
function decompressed(bytes: Uint8Array, windowBits: number): Uint8Array | undefined {
  return windowBits < 0 ? inflateRaw(bytes) : inflate(bytes);
}

function failed(errorType: Value | undefined, text: string): PyRaise {
  return new PyRaise(new PyException(errorType as PyType, new PyTuple([text])));
}

function checksum(name: string, start: number, sum: (bytes: Uint8Array, before: number) => number) {
  return native(name, between(1, 2), (thread, args) => {
    const bytes = plainBytes(args[0]);
    const result = sum(bytes, Number(args[1] ?? start));
    return priced(thread, bytes.length * checkedByteNs, result, bytes.length > leastCheckedBytesWithoutGil);
  });
}

function priced(thread: PyThread, costNs: number, result: Value, isWithoutGil: boolean): Value | undefined {
  if (isWithoutGil) return thread.block(new ComputeCall(costNs, result));
  spendWork(thread, costNs);
  return result;
}

const functions = [
  native('compress', exactly(3), (thread, args) => {
    const bytes = plainBytes(args[0]);
    const made = compressed(bytes, plainIndex(args[1] as Value), plainIndex(args[2] as Value));
    return priced(thread, bytes.length * compressedByteNs, new PyBytes(made), true);
  }),
  native('decompress', exactly(3), (thread, args) => {
    const bytes = plainBytes(args[0]);
    let made: Uint8Array | undefined;
    try {
      made = decompressed(bytes, plainIndex(args[1] as Value));
    } catch (problem) {
      throw failed(args[2], complaintOf(String(problem)));
    }
    if (made === undefined) throw failed(args[2], complaintOf('unexpected end'));
    return priced(thread, made.length * decompressedByteNs, new PyBytes(made), true);
  }),
  checksum('crc32', 0, crc32),
  checksum('adler32', 1, adler32),
];

function complaintOf(problem: string): string {
  if (/header/.test(problem)) return 'Error -3 while decompressing data: incorrect header check';
  if (/data check/.test(problem)) return 'Error -3 while decompressing data: incorrect data check';
  if (/buffer|unexpected end/i.test(problem))
    return 'Error -5 while decompressing data: incomplete or truncated stream';
  return 'Error -3 while decompressing data: invalid stored block lengths';
}

export function makeZlibModule(): PyModule {
  return fillModule(new PyModule('_zlib'), functions);
}
