/** Pickles a function or a class: by its names. Models: save_global in Modules/_pickle.c. */
import { NativeFunction } from '../../objects/native-function.ts';
import type { PyDict } from '../../objects/py-dict.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { pickleOpcodes as op } from '../../values/pickle/opcodes.ts';
import { letters } from '../../values/pickle/pickle-writer.ts';
import { findGlobal } from './pickle-globals.ts';
import type { FoundGlobal } from './pickle-globals.ts';
import type { Pickling } from './pickling.ts';
import { inPython2 } from './python2-names.ts';

type Steps<T> = Generator<undefined, T, Value>;

/** Modules of ours that are Python, and C in CPython. */
const typesOfC: ReadonlySet<string> = new Set(['datetime', 'array']);

export function* saveGlobal(pickling: Pickling, object: Value, given: string | null): Steps<null> {
  const found = yield* findGlobal(pickling.thread, object, given);
  const { writer } = pickling;
  if (yield* saveExtension(pickling, found)) return null;
  if (writer.protocol >= 4) {
    const isNative = object instanceof NativeFunction;
    const isOfC = isNative || typesOfC.has(found.module) || (object instanceof PyType && !object.isHeap);
    saveShared(pickling, found.module, isNative ? `\0function of ${found.module}` : found.module);
    saveShared(pickling, found.name, isOfC ? `\0${found.module}.${found.name}` : found.name);
    writer.write(op.stackGlobal);
  } else yield* saveByPath(pickling, found);
  pickling.memoize(object);
  return null;
}

/** Names registered with copyreg are written as numbers. */
function* saveExtension(pickling: Pickling, { module, name }: FoundGlobal): Steps<boolean> {
  if (pickling.writer.protocol < 2) return false;
  const registry = (yield* pickling.fromModule('copyreg', '_extension_registry')) as PyDict;
  const code = registry.size === 0 ? undefined : registry.get(new PyTuple([module, name]));
  if (typeof code !== 'number') return false;
  if (code <= 0xff) pickling.writer.write(op.extension1, code);
  else if (code <= 0xffff) pickling.writer.write(op.extension2, code & 0xff, code >> 8);
  else pickling.writer.write(op.extension4, ...[0, 8, 16, 24].map((shift) => (code >> shift) & 0xff));
  return true;
}

/** getattr(getattr(first, 'second'), 'third') */
function* saveByPath(pickling: Pickling, found: FoundGlobal): Steps<null> {
  const { writer } = pickling;
  const [first, ...rest] = found.path;
  const getattr = pickling.thread.interpreter.builtins.dict.getText('getattr') as Value;
  for (let i = 0; i < rest.length; i += 1) {
    yield* pickling.save(getattr);
    if (writer.protocol < 2) writer.write(op.mark);
  }
  const isOld = writer.protocol < 3 && pickling.pickler.fixesImports;
  const plain = { module: found.module, name: first as string };
  const { module, name } = isOld ? inPython2(plain) : plain;
  writer.line(op.global, module);
  writer.writeAll(letters(`${name}\n`));
  for (const attribute of rest) {
    yield* pickling.save(attribute);
    writer.write(writer.protocol < 2 ? op.tuple : op.tuple2, op.reduce);
  }
  return null;
}

/** The texts of names. C makes those of its own types and functions anew: they are other objects than equal texts of the program. */
function saveShared(pickling: Pickling, text: string, key: string): void {
  pickling.writer.boundary();
  const index = pickling.pickler.memo.get(key);
  if (index === undefined) pickling.saveText(text, key);
  else pickling.writer.get(index);
}
