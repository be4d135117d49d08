/** One `load`: obeys the opcodes of a pickle, one after the other. Models: load in Modules/_pickle.c. */
import { typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/py-bytes.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { PyFrozenSet, PySet } from '../../objects/py-set.ts';
import { PyList } from '../../objects/py-list.ts';
import type { PyModule } from '../../objects/py-module.ts';
import { SetMembers } from '../../objects/set-members.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { intFromBytes } from '../../values/int/int-bytes.ts';
import { pickleOpcodes as op } from '../../values/pickle/opcodes.ts';
import { decodeBytes } from '../../values/text/decode.ts';
import { storeAttribute } from '../../vm/attributes.ts';
import { setAddSteps } from '../../vm/collections.ts';
import { setItemSteps } from '../../vm/dict-access.ts';
import { importSteps } from '../../vm/import.ts';
import { storeItemSteps } from '../../vm/items.ts';
import { callSteps } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { spendWork } from '../../vm/work-costs.ts';
import { attributeSteps, optionalAttribute, unpicklingError } from './pickle-errors.ts';
import { opcodeHandlers } from './opcode-handlers.ts';
import type { UnpicklerObject } from './unpickler-object.ts';

type Steps<T> = Generator<undefined, T, Value>;

const opcodeNs = 18;

export class Unpickling {
  readonly thread: PyThread;
  readonly object: UnpicklerObject;

  constructor(thread: PyThread, object: UnpicklerObject) {
    this.thread = thread;
    this.object = object;
  }

  *run(): Steps<Value> {
    const { object, thread } = this;
    for (;;) {
      object.isAtOpcode = true;
      const code = (yield* object.take(thread, 1))[0] as number;
      object.isAtOpcode = false;
      if (code === op.stop) return object.pop();
      const handler = opcodeHandlers.get(code);
      if (handler === undefined) throw unpicklingError(`invalid load key, '${keyText(code)}'.`);
      spendWork(thread, opcodeNs);
      const steps = handler(this);
      if (steps !== null) yield* steps;
    }
  }

  *size(bytes: number): Steps<number> {
    return Number(intFromBytes(yield* this.object.take(this.thread, bytes), 'little'));
  }

  push(value: Value): null {
    this.object.push(value);
    return null;
  }

  *text(bytes: number): Steps<null> {
    const length = yield* this.size(bytes);
    const content = yield* this.object.take(this.thread, length);
    return this.push(decodeBytes(content, 'utf-8', 'surrogatepass'));
  }

  *bytes(lengthBytes: number): Steps<null> {
    const length = yield* this.size(lengthBytes);
    return this.push(new PyBytes((yield* this.object.take(this.thread, length)).slice()));
  }

  /** A str of Python 2: text or bytes, as `encoding` says. */
  oldText(content: Uint8Array): null {
    const { encoding, errors } = this.object;
    return this.push(encoding === 'bytes' ? new PyBytes(content.slice()) : decodeBytes(content, encoding, errors));
  }

  get(index: number): null {
    const value = this.object.memo.get(index);
    if (value === undefined) throw unpicklingError(`Memo value not found at index ${index}`);
    return this.push(value);
  }

  put(index: number): null {
    this.object.memo.set(index, this.object.top());
    return null;
  }

  *findClass(module: string, name: string): Steps<Value> {
    const find = yield* attributeSteps(this.thread, this.object, 'find_class');
    return yield* callSteps(this.thread, find, [module, name]);
  }

  *persistent(id: Value): Steps<null> {
    const load = yield* optionalAttribute(this.thread, this.object, 'persistent_load');
    return this.push(yield* callSteps(this.thread, load as Value, [id]));
  }

  *extension(bytes: number): Steps<null> {
    const code = yield* this.size(bytes);
    const copyreg = (yield* importSteps(this.thread, 'copyreg', '')) as PyModule;
    const names = (copyreg.dict.getText('_inverted_registry') as PyDict).get(code);
    if (!(names instanceof PyTuple)) throw raised('ValueError', `unregistered extension code ${code}`);
    return this.push(yield* this.findClass(String(names.items[0]), String(names.items[1])));
  }

  *reduce(): Steps<null> {
    const args = this.object.pop();
    const callable = this.object.pop();
    if (!(args instanceof PyTuple)) throw raised('TypeError', 'argument list must be a tuple');
    return this.push(yield* callSteps(this.thread, callable, args.items));
  }

  *newObject(isExtended: boolean): Steps<null> {
    const keywords = isExtended ? this.object.pop() : null;
    const args = this.object.pop();
    const type = this.object.pop();
    const name = isExtended ? 'NEWOBJ_EX' : 'NEWOBJ';
    if (!(args instanceof PyTuple)) throw unpicklingError(`${name} expected an arg tuple, got ${typeOf(args).title}`);
    if (!(type instanceof PyType))
      throw unpicklingError(`${name} class argument must be a type, not ${typeOf(type).title}`);
    const make = yield* attributeSteps(this.thread, type, '__new__');
    const named = keywords instanceof PyDict ? Array.from(keywords.items()) : [];
    return this.push(
      yield* callSteps(
        this.thread,
        make,
        [type, ...args.items, ...named.map((entry) => entry.value as Value)],
        named.length === 0 ? null : named.map((entry) => String(entry.key)),
      ),
    );
  }

  *build(): Steps<null> {
    const { thread } = this;
    let state = this.object.pop();
    const instance = this.object.top();
    const setState = yield* optionalAttribute(thread, instance, '__setstate__');
    if (setState !== undefined) {
      yield* callSteps(thread, setState, [state]);
      return null;
    }
    let slots: Value = null;
    if (state instanceof PyTuple && state.items.length === 2) [state, slots] = state.items as [Value, Value];
    if (state !== null) {
      if (!(state instanceof PyDict)) throw unpicklingError('state is not a dictionary');
      const attributes = yield* attributeSteps(thread, instance, '__dict__');
      for (const { key, value } of Array.from(state.items()))
        yield* storeItemSteps(thread, attributes, key, value as Value);
    }
    if (slots === null) return null;
    if (!(slots instanceof PyDict)) throw unpicklingError('slot state is not a dictionary');
    for (const { key, value } of Array.from(slots.items()))
      if (!storeAttribute(thread, instance, String(key), value as Value)) yield;
    return null;
  }

  *append(items: readonly Value[]): Steps<null> {
    const list = this.object.top();
    if (list instanceof PyList && !list.type.isHeap) {
      for (const item of items) list.items.push(item);
      return null;
    }
    const extend = items.length > 1 ? yield* optionalAttribute(this.thread, list, 'extend') : undefined;
    if (extend !== undefined) {
      yield* callSteps(this.thread, extend, [new PyList([...items])]);
      return null;
    }
    const append = yield* attributeSteps(this.thread, list, 'append');
    for (const item of items) yield* callSteps(this.thread, append, [item]);
    return null;
  }

  *setItems(items: readonly Value[]): Steps<null> {
    if (items.length % 2 !== 0) throw unpicklingError('odd number of items for SETITEMS');
    const dict = this.object.top();
    for (let i = 0; i < items.length; i += 2) {
      const [key, value] = [items[i] as Value, items[i + 1] as Value];
      if (dict instanceof PyDict && !dict.type.isHeap) yield* setItemSteps(this.thread, dict, key, value, false);
      else yield* storeItemSteps(this.thread, dict, key, value);
    }
    return null;
  }

  *addItems(items: readonly Value[]): Steps<null> {
    const set = this.object.top();
    if (set instanceof PySet) {
      for (const item of items) yield* setAddSteps(this.thread, set, item);
      return null;
    }
    const add = yield* attributeSteps(this.thread, set, 'add');
    for (const item of items) yield* callSteps(this.thread, add, [item]);
    return null;
  }

  *dictOf(items: readonly Value[]): Steps<null> {
    this.push(new PyDict());
    return yield* this.setItems(items);
  }

  *frozenSet(): Steps<null> {
    const members = new PySet(new SetMembers());
    for (const item of this.object.popMark()) yield* setAddSteps(this.thread, members, item);
    return this.push(new PyFrozenSet(members.dict));
  }

  *instance(type: Value, args: readonly Value[]): Steps<null> {
    return this.push(yield* callSteps(this.thread, type, args));
  }
}

/** How C prints the byte it does not know. */
function keyText(code: number): string {
  return code >= 0x20 && code < 0x7f && code !== 0x27 && code !== 0x5c
    ? String.fromCharCode(code)
    : `\\x${code.toString(16).padStart(2, '0')}`;
}
