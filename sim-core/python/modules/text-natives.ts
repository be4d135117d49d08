/** Native modules over pure functions: `_json`, `_hashes`, `_struct`. */
import { PyByteArray, PyBytes } from '../objects/py-bytes.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyException } from '../objects/py-exception.ts';
import { PyFloat } from '../objects/py-float.ts';
import { PyList } from '../objects/py-list.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { PyType } from '../objects/py-type.ts';
import { typeOf } from '../objects/builtin-types.ts';
import type { Value } from '../objects/value.ts';
import { decodeBase64, encodeBase64 } from '../values/hashing/base64.ts';
import { adler32, crc32 } from '../values/hashing/checksums.ts';
import { md5 } from '../values/hashing/md5.ts';
import { sha1 } from '../values/hashing/sha1.ts';
import { sha224, sha256 } from '../values/hashing/sha256.ts';
import { sha384, sha512 } from '../values/hashing/sha512.ts';
import { parseJson } from '../values/json/json-parser.ts';
import type { JsonNode } from '../values/json/json-parser.ts';
import { encodeJsonString } from '../values/json/json-string.ts';
import { normalInt } from '../values/int/int.ts';
import { parseStructFormat } from '../values/struct/struct-layout.ts';
import type { StructField } from '../values/struct/struct-layout.ts';
import { packStruct, unpackStruct, wrongStructType } from '../values/struct/struct-packing.ts';
import type { StructValue } from '../values/struct/struct-packing.ts';
import { ValueFault } from '../values/value-fault.ts';
import { anyNumber, between, exactly, native, nativeSteps } from '../builtins/define.ts';
import { bytesOf, numberOf, textOf } from '../vm/compare.ts';
import { callSteps } from '../vm/invoke.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { PyRaise, raised } from '../vm/raise.ts';
import { spendWork } from '../vm/work-costs.ts';
import { encodeJson } from './json/json-encoder.ts';
import { fillModule } from './native-class.ts';
import { floatOf } from './native-numbers.ts';

function bufferOf(value: Value | undefined): Uint8Array {
  if (value instanceof PyBytes || value instanceof PyByteArray) return bytesOf(value);
  if (textOf(value ?? null) !== null) throw raised('TypeError', 'Strings must be encoded before hashing');
  throw raised('TypeError', `a bytes-like object is required, not '${typeOf(value ?? null).title}'`);
}

/** Faults of a kind become exceptions of the class that the Python side gives. */
function converted<T>(kind: string, errorType: Value | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ValueFault) || error.type !== kind) throw error;
    const exception = new PyException(errorType as PyType, new PyTuple([error.message]));
    for (const [name, value] of Object.entries(error.details)) if (name !== 'args') exception.set(name, value as Value);
    throw new PyRaise(exception);
  }
}

/** What reading JSON costs by the character, by the value that is made, by the key. Source: python3.13 on a long text, on lists and dicts. */
const parsedCharacterNs = 0.6;
const parsedValueNs = 90;
const parsedKeyNs = 45;

interface JsonHooks {
  readonly object: Value;
  readonly pairs: Value;
  readonly float: Value;
  readonly int: Value;
  readonly constant: Value;
}

function* valueOf(thread: PyThread, node: JsonNode, hooks: JsonHooks): Generator<undefined, Value, Value> {
  spendWork(thread, parsedValueNs);
  switch (node.kind) {
    case 'string':
      return node.text;
    case 'number':
      if (node.isFloat)
        return hooks.float === null
          ? new PyFloat(Number(node.text))
          : yield* callSteps(thread, hooks.float, [node.text]);
      return hooks.int === null ? normalInt(BigInt(node.text)) : yield* callSteps(thread, hooks.int, [node.text]);
    case 'constant':
      return yield* constantOf(thread, node.name, hooks);
    case 'array': {
      const items: Value[] = [];
      for (const item of node.items) items.push(yield* valueOf(thread, item, hooks));
      return new PyList(items);
    }
    case 'object': {
      const pairs: [string, Value][] = [];
      spendWork(thread, node.members.length * parsedKeyNs);
      for (const member of node.members) pairs.push([member.key, yield* valueOf(thread, member.value, hooks)]);
      if (hooks.pairs !== null)
        return yield* callSteps(thread, hooks.pairs, [new PyList(pairs.map((pair) => new PyTuple(pair)))]);
      const dict = new PyDict();
      for (const [key, value] of pairs) dict.set(key, value);
      return hooks.object === null ? dict : yield* callSteps(thread, hooks.object, [dict]);
    }
  }
}

function* constantOf(thread: PyThread, name: string, hooks: JsonHooks): Generator<undefined, Value, Value> {
  if (name === 'null') return null;
  if (name === 'true' || name === 'false') return name === 'true';
  if (hooks.constant !== null) return yield* callSteps(thread, hooks.constant, [name]);
  return new PyFloat(
    name === 'NaN' ? Number.NaN : name === 'Infinity' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY,
  );
}

const json = [
  nativeSteps('loads', exactly(7), function* loads(thread, args) {
    const text = String(args[0]);
    const node = converted('JSONDecodeError', args[1], () => parseJson(text));
    spendWork(thread, text.length * parsedCharacterNs);
    const [object, pairs, float, int, constant] = args.slice(2) as Value[];
    return yield* valueOf(thread, node, {
      object: object ?? null,
      pairs: pairs ?? null,
      float: float ?? null,
      int: int ?? null,
      constant: constant ?? null,
    });
  }),
  encodeJson,
  native('encode_string', exactly(2), (_thread, args) =>
    encodeJsonString(textOf(args[0] as Value) ?? '', args[1] === true),
  ),
];

export function makeJsonModule(): PyModule {
  return fillModule(new PyModule('_json'), json);
}

const digests: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  md5,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
};

const hashes = [
  ...Object.entries(digests).map(([name, digest]) =>
    native(name, exactly(1), (_thread, args) => new PyBytes(digest(bufferOf(args[0])))),
  ),
  native('crc32', between(1, 2), (_thread, args) => crc32(bufferOf(args[0]), Number(args[1] ?? 0))),
  native('adler32', between(1, 2), (_thread, args) => adler32(bufferOf(args[0]), Number(args[1] ?? 1))),
  native('b64encode', exactly(1), (_thread, args) => new PyBytes(encodeBase64(bufferOf(args[0])))),
  native('b64decode', exactly(2), (_thread, args) =>
    converted('binascii.Error', args[1], () => new PyBytes(decodeBase64(bufferOf(args[0])))),
  ),
];

export function makeHashModule(): PyModule {
  return fillModule(new PyModule('_hashes'), hashes);
}

function packed(field: StructField, value: Value): StructValue {
  if (field.kind === 'float') {
    const float = floatOf(value);
    if (float === null) throw wrongStructType(field);
    return float;
  }
  if (field.kind === 'int') {
    const number = numberOf(value);
    if (number === null || number instanceof PyFloat) throw wrongStructType(field);
    return number;
  }
  if (field.kind === 'bool') return value !== null && value !== false && value !== 0;
  if (value instanceof PyBytes || value instanceof PyByteArray) return bytesOf(value);
  throw wrongStructType(field);
}

function unpacked(field: StructField, value: StructValue): Value {
  if (value instanceof Uint8Array) return new PyBytes(value);
  return field.kind === 'float' ? new PyFloat(Number(value)) : value;
}

const structs = [
  native('calcsize', exactly(2), (_thread, args) =>
    converted('struct.error', args[0], () => parseStructFormat(String(args[1])).size),
  ),
  native('pack', anyNumber(false, 2), (_thread, args) =>
    converted('struct.error', args[0], () => {
      const layout = parseStructFormat(String(args[1]));
      const values = args.slice(2) as Value[];
      if (values.length !== layout.fields.length)
        return new PyBytes(
          packStruct(
            layout,
            values.map(() => 0),
          ),
        );
      return new PyBytes(
        packStruct(
          layout,
          layout.fields.map((field, i) => packed(field, values[i] as Value)),
        ),
      );
    }),
  ),
  native('unpack', exactly(3), (_thread, args) =>
    converted('struct.error', args[0], () => {
      const layout = parseStructFormat(String(args[1]));
      const values = unpackStruct(layout, bufferOf(args[2]));
      return new PyTuple(values.map((value, i) => unpacked(layout.fields[i] as StructField, value)));
    }),
  ),
];

export function makeStructModule(): PyModule {
  return fillModule(new PyModule('_struct'), structs);
}
