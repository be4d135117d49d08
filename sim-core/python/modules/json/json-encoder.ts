/**
 * `_json.make_encoder`: writes a value as JSON text without a switch point but where it asks `default` or for a key's order.
 * Models: c_make_encoder in Modules/_json.c, as `json.dumps` uses it when there is no indentation.
 */
import { PyDict } from '../../objects/py-dict.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { PyList } from '../../objects/py-list.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import type { Value } from '../../objects/value.ts';
import { nativeSteps, exactly } from '../../builtins/define.ts';
import { sortedSteps } from '../../builtins/types/sort.ts';
import { reprFloat } from '../../values/float/float-text.ts';
import { encodeJsonString } from '../../values/json/json-string.ts';
import { loadAttribute } from '../../vm/attributes.ts';
import { numberOf, textOf } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { truthQuickly } from '../../vm/truth.ts';
import { spendWork } from '../../vm/work-costs.ts';

/** A value in a list costs so much beyond its characters. */
const itemNs = 80;
const characterNs = 1.7;

/** The settings of a JSONEncoder, and what was written so far. */
class JsonWriter {
  readonly thread: PyThread;
  readonly encoder: Value;
  readonly isAscii: boolean;
  readonly allowsNan: boolean;
  readonly skipsKeys: boolean;
  readonly sortsKeys: boolean;
  readonly checksCircles: boolean;
  readonly itemSeparator: string;
  readonly keySeparator: string;
  readonly open = new Set<Value>();
  text = '';
  depth = 0;

  constructor(thread: PyThread, encoder: Value, settings: ReadonlyMap<string, Value>) {
    const isOn = (name: string): boolean => truthQuickly(settings.get(name) ?? null) === true;
    this.thread = thread;
    this.encoder = encoder;
    this.isAscii = isOn('ensure_ascii');
    this.allowsNan = isOn('allow_nan');
    this.skipsKeys = isOn('skipkeys');
    this.sortsKeys = isOn('sort_keys');
    this.checksCircles = isOn('check_circular');
    this.itemSeparator = textOf(settings.get('item_separator') ?? null) ?? ', ';
    this.keySeparator = textOf(settings.get('key_separator') ?? null) ?? ': ';
  }

  *write(value: Value): Generator<undefined, null, Value> {
    const plain = this.plainText(value);
    if (plain !== null) return this.put(plain);
    return yield* this.within(value, this.container(value));
  }

  put(text: string): null {
    this.text += text;
    spendWork(this.thread, itemNs + text.length * characterNs);
    return null;
  }

  /** Texts, numbers and the three constants; null for anything else. */
  private plainText(value: Value): string | null {
    if (value === null) return 'null';
    if (typeof value === 'boolean') return value ? 'true' : 'false';
    const text = textOf(value);
    if (text !== null) return encodeJsonString(text, this.isAscii);
    const number = numberOf(value);
    if (number === null) return null;
    return number instanceof PyFloat ? this.floatText(number.value) : String(number);
  }

  private floatText(value: number): string {
    if (Number.isFinite(value)) return reprFloat(value);
    if (!this.allowsNan)
      throw raised('ValueError', `Out of range float values are not JSON compliant: ${reprFloat(value)}`);
    return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  }

  private container(value: Value): Generator<undefined, null, Value> {
    if (value instanceof PyList || value instanceof PyTuple) return this.list(value.items);
    return value instanceof PyDict ? this.dict(value) : this.other(value);
  }

  /** Guards against circles and against nesting that is too deep. */
  private *within(value: Value, inner: Generator<undefined, null, Value>): Generator<undefined, null, Value> {
    if (this.checksCircles && this.open.has(value)) throw raised('ValueError', 'Circular reference detected');
    this.open.add(value);
    this.depth += 1;
    if (this.depth > mostDepth)
      throw raised('RecursionError', 'maximum recursion depth exceeded while encoding a JSON object');
    yield* inner;
    this.depth -= 1;
    this.open.delete(value);
    return null;
  }

  private *list(items: readonly Value[]): Generator<undefined, null, Value> {
    this.put('[');
    for (const [place, item] of items.entries()) {
      if (place > 0) this.text += this.itemSeparator;
      yield* this.write(item);
    }
    this.text += ']';
    return null;
  }

  private *dict(dict: PyDict): Generator<undefined, null, Value> {
    this.put('{');
    let isFirst = true;
    for (const [key, value] of yield* this.entries(dict)) {
      const text = this.keyText(key);
      if (text === null) continue;
      if (!isFirst) this.text += this.itemSeparator;
      isFirst = false;
      this.put(encodeJsonString(text, this.isAscii));
      this.text += this.keySeparator;
      yield* this.write(value);
    }
    this.text += '}';
    return null;
  }

  private *entries(dict: PyDict): Generator<undefined, readonly (readonly [Value, Value])[], Value> {
    const entries = [...dict.items()].map(({ key, value }) => [key, value as Value] as const);
    if (!this.sortsKeys) return entries;
    const pairs = entries.map((entry) => new PyTuple([...entry]));
    const sorted = yield* sortedSteps(this.thread, pairs, { key: null, isReversed: false });
    return sorted.map((pair) => (pair as PyTuple).items as unknown as readonly [Value, Value]);
  }

  private keyText(key: Value): string | null {
    const text = textOf(key);
    if (text !== null) return text;
    const plain = this.plainText(key);
    if (plain !== null) return plain;
    if (this.skipsKeys) return null;
    throw raised('TypeError', `keys must be str, int, float, bool or None, not ${typeOf(key).name}`);
  }

  /** What `default` makes of an object is written in its place. */
  private *other(value: Value): Generator<undefined, null, Value> {
    const found = loadAttribute(this.thread, this.encoder, 'default');
    const made = yield* callSteps(this.thread, found === undefined ? yield : found, [value]);
    return yield* this.write(made);
  }
}

/** As deep as CPython's C stack lets it go, about. */
const mostDepth = 5000;

/** `encode(encoder, settings, value)`: the text. */
export const encodeJson = nativeSteps('encode', exactly(3), function* encode(thread, args): NativeSteps {
  const settings = new Map<string, Value>();
  for (const { key, value } of (args[1] as PyDict).items()) settings.set(String(key), value as Value);
  const writer = new JsonWriter(thread, args[0] as Value, settings);
  yield* writer.write(args[2] as Value);
  return writer.text;
});
