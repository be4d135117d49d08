/** `Context.flags` and `Context.traps`: a mapping from signals to bools over the bits of the context. */
import { PyInstance } from '../../objects/py-instance.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { PyList } from '../../objects/py-list.ts';
import { notImplemented } from '../../objects/py-singletons.ts';
import type { Value } from '../../objects/value.ts';
import { exactly, between, method, methodSteps } from '../../builtins/define.ts';
import { callSteps } from '../../vm/invoke.ts';
import { iteratorSteps } from '../../vm/iterate-all.ts';
import { raised } from '../../vm/raise.ts';
import { truthQuickly } from '../../vm/truth.ts';
import { nativeClass } from '../native-class.ts';
import type { ContextObject } from './context-object.ts';
import { signals, unknownSignal } from './decimal-errors.ts';
import type { Signal } from './decimal-errors.ts';

const signalDictType = nativeClass('decimal', 'SignalDict');

export class SignalDict extends PyInstance {
  readonly context: ContextObject;
  readonly which: 'status' | 'traps';

  constructor(context: ContextObject, which: 'status' | 'traps') {
    super(signalDictType);
    this.context = context;
    this.which = which;
  }

  get bits(): number {
    return this.context[this.which];
  }
}

const own = (value: Value | undefined): SignalDict => value as SignalDict;

function signalOf(key: Value | undefined): Signal {
  const found = signals.find((signal) => signal.type === key);
  if (found === undefined) throw unknownSignal();
  return found;
}

function pairs(self: SignalDict): readonly (readonly [Value, boolean])[] {
  return signals.map((signal) => [signal.type, (self.bits & signal.bits) !== 0] as const);
}

function asDict(self: SignalDict): PyDict {
  const dict = new PyDict();
  for (const [key, value] of pairs(self)) dict.set(key, value);
  return dict;
}

method(
  signalDictType,
  '__getitem__',
  exactly(1),
  (_thread, args) => (own(args[0]).bits & signalOf(args[1]).bits) !== 0,
);
method(signalDictType, '__setitem__', exactly(2), (_thread, args) => {
  const self = own(args[0]);
  const { bits } = signalOf(args[1]);
  const isOn = truthQuickly(args[2] ?? null) !== false;
  self.context[self.which] = isOn ? self.bits | bits : self.bits & ~bits;
  return null;
});
method(signalDictType, '__delitem__', exactly(1), () => {
  throw raised('ValueError', 'signal keys cannot be deleted');
});
method(signalDictType, '__contains__', exactly(1), (_thread, args) =>
  signals.some((signal) => signal.type === args[1]),
);
method(signalDictType, '__len__', exactly(0), () => signals.length);
methodSteps(signalDictType, '__iter__', exactly(0), function* iterate(thread) {
  return yield* iteratorSteps(thread, new PyList(signals.map((signal) => signal.type)));
});
method(signalDictType, '__repr__', exactly(0), (_thread, args) => {
  const shown = pairs(own(args[0])).map(
    ([key, value]) => `<class 'decimal.${(key as { name?: string }).name}'>:${value ? 'True' : 'False'}`,
  );
  return `{${shown.join(', ')}}`;
});
method(signalDictType, 'copy', exactly(0), (_thread, args) => asDict(own(args[0])));
method(signalDictType, 'get', between(1, 2), (_thread, args) => {
  const found = signals.find((signal) => signal.type === args[1]);
  return found === undefined ? (args[2] ?? null) : (own(args[0]).bits & found.bits) !== 0;
});
for (const name of ['keys', 'values', 'items'])
  methodSteps(signalDictType, name, exactly(0), function* view(thread, args) {
    const method = PyDict.builtinType.lookup(name) as Value;
    return yield* callSteps(thread, method, [asDict(own(args[0]))]);
  });
for (const [name, isEqual] of [['__eq__', true] as const, ['__ne__', false] as const])
  method(signalDictType, name, exactly(1), (_thread, args) => {
    const other = args[1];
    if (other instanceof SignalDict) return (own(args[0]).bits === other.bits) === isEqual;
    if (!(other instanceof PyDict)) return notImplemented;
    if (other.size !== signals.length) throw raised('ValueError', 'invalid signal dict');
    const isSame = pairs(own(args[0])).every(([key, value]) => other.get(key) === value);
    return isSame === isEqual;
  });
signalDictType.namespace.set('__hash__', null);
