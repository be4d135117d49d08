/** The module `_pickle`. Models: Modules/_pickle.c: pickling and unpickling are one call of C but where they ask Python. Leaves out: PickleBuffer. */
import { PyBytes, PyByteArray } from '../../objects/py-bytes.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { PyModule } from '../../objects/py-module.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import type { NativeArguments } from '../../objects/native-function.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { PickleWriter } from '../../values/pickle/pickle-writer.ts';
import {
  anyNumber,
  attribute,
  constructor,
  exactly,
  method,
  methodSteps,
  named,
  nativeSteps,
} from '../../builtins/define.ts';
import { bytesOf, textOf } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { truthQuickly } from '../../vm/truth.ts';
import { fillModule } from '../native-class.ts';
import { plainIndex } from '../native-numbers.ts';
import {
  optionalAttribute,
  pickleErrorType,
  picklingError,
  picklingErrorType,
  unpicklingError,
  unpicklingErrorType,
} from './pickle-errors.ts';
import { loadGlobal } from './pickle-globals.ts';
import { PicklerObject, picklerType } from './pickler-object.ts';
import { Pickling } from './pickling.ts';
import { hooksOf } from './pickling-hooks.ts';
import { inPython3 } from './python2-names.ts';
import { UnpicklerObject, unpicklerType } from './unpickler-object.ts';
import { Unpickling } from './unpickling.ts';

type Steps<T> = Generator<undefined, T, Value>;
const defaultProtocol = 4;
const highestProtocol = 5;

function protocolOf(given: Value | undefined): number {
  if (given === undefined || given === null) return defaultProtocol;
  const protocol = plainIndex(given);
  if (protocol < 0) return highestProtocol;
  if (protocol > highestProtocol) throw raised('ValueError', `pickle protocol must be <= ${highestProtocol}`);
  return protocol;
}

const isTrue = (value: Value | undefined): boolean => value === undefined || truthQuickly(value) !== false;

function setUp(pickler: PicklerObject, protocol: Value | undefined, fixesImports: Value | undefined): void {
  pickler.writer = new PickleWriter(protocolOf(protocol));
  pickler.fixesImports = isTrue(fixesImports);
  pickler.memo = new Map();
}

function* dumped(thread: PyThread, pickler: PicklerObject, value: Value): Steps<Uint8Array> {
  if (pickler.writer === null)
    throw picklingError(`Pickler.__init__() was not called by ${pickler.type.title}.__init__()`);
  const { protocol } = pickler.writer;
  const writer = new PickleWriter(protocol);
  pickler.depth = 0;
  writer.begin();
  const hooks = yield* hooksOf(thread, pickler, picklerType);
  yield* new Pickling(thread, pickler, writer, hooks).save(value);
  return writer.end();
}

function* writeMethod(thread: PyThread, file: Value): Steps<Value> {
  const write = yield* optionalAttribute(thread, file, 'write');
  if (write === undefined) throw raised('TypeError', "file must have a 'write' attribute");
  return write;
}

constructor(picklerType, anyNumber(true), (_thread, args) => new PicklerObject(args[0] as PyType));
methodSteps(
  picklerType,
  '__init__',
  named(1, 'file', 'protocol', 'fix_imports', 'buffer_callback'),
  function* init(thread, args) {
    const pickler = args[0] as PicklerObject;
    setUp(pickler, args[2], args[3]);
    pickler.file = yield* writeMethod(thread, args[1] as Value);
    return null;
  },
);
methodSteps(picklerType, 'dump', exactly(1), function* dump(thread, args) {
  const pickler = args[0] as PicklerObject;
  const bytes = yield* dumped(thread, pickler, args[1] as Value);
  yield* callSteps(thread, pickler.file, [new PyBytes(bytes)]);
  return null;
});
method(picklerType, 'clear_memo', exactly(0), (_thread, args) => {
  (args[0] as PicklerObject).memo = new Map();
  return null;
});
method(picklerType, 'persistent_id', exactly(1), () => null);
attribute(
  picklerType,
  'fast',
  (self) => Number((self as PicklerObject).isFast),
  (self, value) => {
    (self as PicklerObject).isFast = truthQuickly(value ?? null) === true;
  },
);
attribute(picklerType, 'bin', (self) => Number(((self as PicklerObject).writer?.protocol ?? 0) > 0));
attribute(picklerType, 'memo', () => new PyDict());

constructor(unpicklerType, anyNumber(true), (_thread, args) => new UnpicklerObject(args[0] as PyType));

function* openFile(thread: PyThread, object: UnpicklerObject, file: Value): Steps<null> {
  const read = yield* optionalAttribute(thread, file, 'read');
  const readLine = yield* optionalAttribute(thread, file, 'readline');
  if (read === undefined || readLine === undefined)
    throw raised('TypeError', "file must have 'read' and 'readline' attributes");
  object.read = read;
  object.readLine = readLine;
  return null;
}

/** The arguments behind the file or the bytes. */
function configure(object: UnpicklerObject, args: NativeArguments): void {
  const [fixesImports, encoding, errors] = args;
  object.fixesImports = isTrue(fixesImports);
  object.encoding = textOf(encoding ?? null) ?? 'ASCII';
  object.errors = textOf(errors ?? null) ?? 'strict';
  object.isReady = true;
}

const readerNames = ['fix_imports', 'encoding', 'errors', 'buffers'];

methodSteps(unpicklerType, '__init__', named(1, 'file', ...readerNames), function* init(thread, args) {
  const object = args[0] as UnpicklerObject;
  yield* openFile(thread, object, args[1] as Value);
  configure(object, args.slice(2));
  return null;
});
methodSteps(unpicklerType, 'load', exactly(0), function* load(thread, args) {
  const object = args[0] as UnpicklerObject;
  if (!object.isReady) throw unpicklingError(`Unpickler.__init__() was not called by ${object.type.title}.__init__()`);
  object.begin(new Uint8Array(0));
  return yield* new Unpickling(thread, object).run();
});
methodSteps(unpicklerType, 'find_class', exactly(2), function* findClass(thread, args) {
  const object = args[0] as UnpicklerObject;
  const given = { module: String(args[1]), name: String(args[2]) };
  const isOld = object.protocol < 3 && object.fixesImports;
  return yield* loadGlobal(thread, isOld ? inPython3(given) : given, object.protocol >= 4);
});
method(unpicklerType, 'persistent_load', exactly(1), () => {
  throw unpicklingError(
    'A load persistent id instruction was encountered, but no persistent_load function was specified.',
  );
});
attribute(unpicklerType, 'memo', () => new PyDict());

function bytesToLoad(value: Value): Uint8Array {
  if (value instanceof PyBytes || value instanceof PyByteArray) return bytesOf(value).slice();
  throw raised('TypeError', `a bytes-like object is required, not '${typeOf(value).title}'`);
}

const functions = [
  nativeSteps(
    'dump',
    named(2, 'obj', 'file', 'protocol', 'fix_imports', 'buffer_callback'),
    function* dump(thread, args) {
      const pickler = new PicklerObject();
      setUp(pickler, args[2], args[3]);
      const write = yield* writeMethod(thread, args[1] as Value);
      const bytes = yield* dumped(thread, pickler, args[0] as Value);
      yield* callSteps(thread, write, [new PyBytes(bytes)]);
      return null;
    },
  ),
  nativeSteps('dumps', named(1, 'obj', 'protocol', 'fix_imports', 'buffer_callback'), function* dumps(thread, args) {
    const pickler = new PicklerObject();
    setUp(pickler, args[1], args[2]);
    return new PyBytes(yield* dumped(thread, pickler, args[0] as Value));
  }),
  nativeSteps('load', named(1, 'file', ...readerNames), function* load(thread, args) {
    const object = new UnpicklerObject();
    yield* openFile(thread, object, args[0] as Value);
    configure(object, args.slice(1));
    object.begin(new Uint8Array(0));
    return yield* new Unpickling(thread, object).run();
  }),
  nativeSteps('loads', named(1, 'data', ...readerNames), function* loads(thread, args) {
    const object = new UnpicklerObject();
    configure(object, args.slice(1));
    object.begin(bytesToLoad(args[0] as Value));
    return yield* new Unpickling(thread, object).run();
  }),
];

export function makePickleModule(): PyModule {
  return fillModule(new PyModule('_pickle', 'Optimized C implementation for the Python pickle module.'), functions, [
    pickleErrorType,
    picklingErrorType,
    unpicklingErrorType,
    picklerType,
    unpicklerType,
  ]);
}
