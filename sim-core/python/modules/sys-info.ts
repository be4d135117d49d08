/** sys.float_info, int_info, hash_info and thread_info: facts about numbers and threads of this build. Models: structseqs of Python/sysmodule.c. */
import { tupleType, typeType } from '../objects/builtin-types.ts';
import { PyFloat } from '../objects/py-float.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { attribute, exactly, methodSteps } from '../builtins/define.ts';
import { reprSteps } from '../vm/repr.ts';

/** A tuple whose items have names, as many of C's modules have them. */
export function structSequence(title: string, moduleName: string, names: readonly string[]): PyType {
  const type = new PyType({ name: title, bases: [tupleType], layout: 'tuple', metatype: typeType, moduleName });
  for (const [i, name] of names.entries()) attribute(type, name, (self) => (self as PyTuple).items[i]);
  methodSteps(type, '__repr__', exactly(0), function* repr(thread, args) {
    const parts: string[] = [];
    for (const [i, item] of (args[0] as PyTuple).items.entries())
      parts.push(`${names[i] ?? ''}=${yield* reprSteps(thread, item)}`);
    return `${moduleName}.${title}(${parts.join(', ')})`;
  });
  return type;
}

interface Info {
  readonly name: string;
  readonly type: PyType;
  readonly items: readonly Value[];
}

function info(name: string, fields: Readonly<Record<string, Value>>): Info {
  return { name, type: structSequence(name, 'sys', Object.keys(fields)), items: Object.values(fields) };
}

const infos: readonly Info[] = [
  info('float_info', {
    max: new PyFloat(Number.MAX_VALUE),
    max_exp: 1024,
    max_10_exp: 308,
    min: new PyFloat(2.2250738585072014e-308),
    min_exp: -1021,
    min_10_exp: -307,
    dig: 15,
    mant_dig: 53,
    epsilon: new PyFloat(Number.EPSILON),
    radix: 2,
    rounds: 1,
  }),
  info('int_info', {
    bits_per_digit: 30,
    sizeof_digit: 4,
    default_max_str_digits: 4300,
    str_digits_check_threshold: 640,
  }),
  info('hash_info', {
    width: 64,
    modulus: 2_305_843_009_213_693_951n,
    inf: 314_159,
    nan: 0,
    imag: 1_000_003,
    algorithm: 'siphash13',
    hash_bits: 64,
    seed_bits: 128,
    cutoff: 0,
  }),
  info('thread_info', { name: 'pthread', lock: 'semaphore', version: 'NPTL 2.36' }),
];

export function sysInfos(): readonly (readonly [string, PyTuple])[] {
  return infos.map(({ name, type, items }) => {
    const tuple = new PyTuple(items);
    tuple.type = type;
    return [name, tuple];
  });
}
