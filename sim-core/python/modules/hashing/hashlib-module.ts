/** The module `_hashlib`: the digests that OpenSSL gives CPython. Leaves out SHA-3, BLAKE2 and what is older than SHA-1. */
import { PyModule } from '../../objects/py-module.ts';
import type { Value } from '../../objects/value.ts';
import { named, native } from '../../builtins/define.ts';
import { textOf } from '../../vm/compare.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised, Unsupported } from '../../vm/raise.ts';
import { fillModule } from '../native-class.ts';
import { type DigestAlgorithm, digestAlgorithms, DigestObject, digestType, feed } from './digest-object.ts';

/** Known to CPython's hashlib, not to us. */
const notSimulated = ['blake2b', 'blake2s', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256'];

function made(thread: PyThread, algorithm: DigestAlgorithm, data: Value | undefined): Value | undefined {
  const object = new DigestObject(algorithm);
  return data === undefined ? object : feed(thread, object, data, object);
}

const functions = [
  ...digestAlgorithms.map((algorithm) =>
    native(`openssl_${algorithm.name}`, named(0, 'string', 'usedforsecurity'), (thread, args) =>
      made(thread, algorithm, args[0]),
    ),
  ),
  native('new', named(1, 'name', 'string', 'usedforsecurity'), (thread, args) => {
    const name = textOf(args[0] ?? null) ?? '';
    const algorithm = digestAlgorithms.find((known) => known.name === name.toLowerCase());
    if (algorithm !== undefined) return made(thread, algorithm, args[1]);
    if (notSimulated.includes(name)) throw new Unsupported(`hashlib.${name}`);
    throw raised('ValueError', `unsupported hash type ${name}`);
  }),
];

export function makeHashlibModule(): PyModule {
  return fillModule(new PyModule('_hashlib'), functions, [digestType]);
}
