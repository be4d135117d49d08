/** The module `_decimal`: contexts and the names of their settings. Its numbers: decimal-methods.ts. */
import { PyInstance } from '../../objects/py-instance.ts';
import { PyModule } from '../../objects/py-module.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { roundings } from '../../values/decimal/decimal-context.ts';
import { normalInt } from '../../values/int/int.ts';
import { anyNumber, exactly, method, named, native } from '../../builtins/define.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { fillModule, nativeClass } from '../native-class.ts';
import { storePlain } from '../../vm/attributes.ts';
import './decimal-comparison.ts';
import './decimal-methods.ts';
import './context-methods.ts';
import {
  contextType,
  ContextObject,
  decimalContext,
  decimalType,
  initialSettings,
  setDecimalContext,
} from './context-object.ts';
import { publicErrorTypes, signals } from './decimal-errors.ts';

const managerType = nativeClass('decimal', 'ContextManager');

/** What `localcontext()` gives: puts a copy of a context in force, and the one before back. */
class ContextManager extends PyInstance {
  readonly local: ContextObject;
  previous: ContextObject;

  constructor(local: ContextObject, previous: ContextObject) {
    super(managerType);
    this.local = local;
    this.previous = previous;
  }
}

method(managerType, '__enter__', exactly(0), (thread, args) => {
  const self = args[0] as ContextManager;
  setDecimalContext(thread, self.local);
  return self.local;
});
method(managerType, '__exit__', anyNumber(), (thread, args) => {
  setDecimalContext(thread, (args[0] as ContextManager).previous);
  return false;
});

function contextOf(value: Value): ContextObject {
  if (value instanceof ContextObject) return value;
  throw raised('TypeError', 'optional argument must be a context');
}

const settingNames = ['prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'];

const functions = [
  native('getcontext', exactly(0), (thread) => decimalContext(thread)),
  native('setcontext', exactly(1), (thread, args) => {
    if (!(args[0] instanceof ContextObject)) throw raised('TypeError', 'argument must be a context');
    const isTemplate = templatesOf(thread).includes(args[0]);
    const context = isTemplate ? args[0].copied() : args[0];
    if (isTemplate) context.status = 0;
    setDecimalContext(thread, context);
    return null;
  }),
  native('localcontext', named(0, 'ctx', ...settingNames), (thread, args) => {
    const before = decimalContext(thread);
    const given = args[0] === undefined || args[0] === null ? before : contextOf(args[0]);
    const local = given.copied();
    for (const [i, name] of settingNames.entries()) {
      const value = args[i + 1];
      if (value !== undefined && value !== null) storePlain(thread, local, name, value);
    }
    return new ContextManager(local, before);
  }),
];

function templatesOf(thread: PyThread): readonly Value[] {
  const module = thread.interpreter.modules.getText('_decimal') as PyModule;
  return ['DefaultContext', 'BasicContext', 'ExtendedContext'].map((name) => module.dict.getText(name) ?? null);
}

function bitsOf(...names: string[]): number {
  return signals
    .filter((signal) => names.includes((signal.type as PyType).name))
    .reduce((bits, signal) => bits | signal.bits, 0);
}

function template(settings: Partial<typeof initialSettings>, traps: number): ContextObject {
  const context = new ContextObject();
  context.settings = { ...initialSettings, ...settings };
  context.traps = traps;
  return context;
}

export function makeDecimalModule(): PyModule {
  const module = fillModule(new PyModule('_decimal', 'C decimal arithmetic module'), functions, [
    decimalType,
    contextType,
    ...publicErrorTypes,
  ]);
  const usual = bitsOf('InvalidOperation', 'DivisionByZero', 'Overflow');
  module.dict.set('DefaultContext', template({}, usual));
  const basic = usual | bitsOf('Underflow', 'Clamped');
  module.dict.set('BasicContext', template({ precision: 9, rounding: 'ROUND_HALF_UP' }, basic));
  module.dict.set('ExtendedContext', template({ precision: 9 }, 0));
  for (const rounding of roundings) module.dict.set(rounding, rounding);
  const largest = normalInt(BigInt('999999999999999999'));
  module.dict.set('MAX_PREC', largest);
  module.dict.set('MAX_EMAX', largest);
  module.dict.set('MIN_EMIN', normalInt(-BigInt('999999999999999999')));
  module.dict.set('MIN_ETINY', normalInt(-BigInt('1999999999999999997')));
  module.dict.set('HAVE_THREADS', true);
  module.dict.set('HAVE_CONTEXTVAR', true);
  module.dict.set('__version__', '1.70');
  module.dict.set('__libmpdec_version__', '2.5.1');
  return module;
}
