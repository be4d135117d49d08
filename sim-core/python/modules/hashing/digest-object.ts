/**
 * `_hashlib.HASH`: a digest that data is fed to. Models: Modules/_hashopenssl.c.
 * From 2048 bytes on an update lets the GIL go (HASHLIB_GIL_MINSIZE); below it is not worth it.
 */
import { PyBytes } from '../../objects/py-bytes.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import type { Value } from '../../objects/value.ts';
import { md5 } from '../../values/hashing/md5.ts';
import { sha1 } from '../../values/hashing/sha1.ts';
import { sha224, sha256 } from '../../values/hashing/sha256.ts';
import { sha384, sha512 } from '../../values/hashing/sha512.ts';
import { attribute, exactly, method } from '../../builtins/define.ts';
import { addressOf } from '../../vm/address.ts';
import { ComputeCall } from '../../vm/compute-call.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { spendWork } from '../../vm/work-costs.ts';
import { nativeClass } from '../native-class.ts';
import { hashedBytes } from './hashed-bytes.ts';

export interface DigestAlgorithm {
  readonly name: string;
  readonly digestSize: number;
  readonly blockSize: number;
  readonly byteNs: number;
  readonly digest: (bytes: Uint8Array) => Uint8Array;
}

/** By name. Costs: python3.13 with OpenSSL 3 on a processor that has instructions for SHA-1 and SHA-256. */
export const digestAlgorithms: readonly DigestAlgorithm[] = [
  { name: 'md5', digestSize: 16, blockSize: 64, byteNs: 1.6, digest: md5 },
  { name: 'sha1', digestSize: 20, blockSize: 64, byteNs: 0.52, digest: sha1 },
  { name: 'sha224', digestSize: 28, blockSize: 64, byteNs: 0.56, digest: sha224 },
  { name: 'sha256', digestSize: 32, blockSize: 64, byteNs: 0.56, digest: sha256 },
  { name: 'sha384', digestSize: 48, blockSize: 128, byteNs: 1.9, digest: sha384 },
  { name: 'sha512', digestSize: 64, blockSize: 128, byteNs: 1.9, digest: sha512 },
];

const leastBytesWithoutGil = 2048;

export const digestType = nativeClass('_hashlib', 'HASH');

export class DigestObject extends PyInstance {
  readonly algorithm: DigestAlgorithm;
  /** Everything fed to it, in order; never changed, so copies share it. */
  chunks: readonly Uint8Array[] = [];

  constructor(algorithm: DigestAlgorithm) {
    super(digestType);
    this.algorithm = algorithm;
  }
}

/** Feeds data and gives `result`: at once, or after having computed without the GIL. */
export function feed(
  thread: PyThread,
  object: DigestObject,
  data: Value | undefined,
  result: Value,
): Value | undefined {
  const bytes = hashedBytes(data);
  object.chunks = [...object.chunks, bytes.slice()];
  const costNs = bytes.length * object.algorithm.byteNs;
  if (bytes.length >= leastBytesWithoutGil) return thread.block(new ComputeCall(costNs, result));
  spendWork(thread, costNs);
  return result;
}

const own = (value: Value | undefined): DigestObject => value as DigestObject;

function digestOf({ algorithm, chunks }: DigestObject): Uint8Array {
  const all = new Uint8Array(chunks.reduce((total, chunk) => total + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return algorithm.digest(all);
}

method(digestType, 'update', exactly(1), (thread, args) => feed(thread, own(args[0]), args[1], null));
method(digestType, 'digest', exactly(0), (_thread, args) => new PyBytes(digestOf(own(args[0]))));
method(digestType, 'hexdigest', exactly(0), (_thread, args) =>
  Array.from(digestOf(own(args[0])), (byte) => byte.toString(16).padStart(2, '0')).join(''),
);
method(digestType, 'copy', exactly(0), (_thread, args) => {
  const copy = new DigestObject(own(args[0]).algorithm);
  copy.chunks = own(args[0]).chunks;
  return copy;
});
method(digestType, '__repr__', exactly(0), (_thread, args) => {
  const address = addressOf(own(args[0]));
  return `<${own(args[0]).algorithm.name} _hashlib.HASH object @ 0x${address.toString(16)}>`;
});
attribute(digestType, 'name', (self) => own(self).algorithm.name);
attribute(digestType, 'digest_size', (self) => own(self).algorithm.digestSize);
attribute(digestType, 'block_size', (self) => own(self).algorithm.blockSize);
