/** Modules that are C in CPython (or frozen into it): made in TypeScript when first imported. One line each. */
import { NativeFunction } from '../objects/native-function.ts';
import type { PyModule } from '../objects/py-module.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { makeOsModule } from './os/os-module.ts';
import { makeSysModule } from './sys.ts';
import { makeThreadModule } from './thread/thread-module.ts';
import { makeTimeModule } from './time.ts';
import { makeAtexitModule } from './atexit.ts';
import { makeBisectModule } from './bisect.ts';
import { makeCollectionsModule } from './collections/collections-module.ts';
import { makeFunctoolsModule } from './functools/functools-module.ts';
import { makeHeapqModule } from './heapq.ts';
import { makeOperatorModule } from './operator.ts';
import { makeItertoolsModule } from './itertools/itertools-module.ts';
import { makeAbcModule } from './abc.ts';
import { makeWeakrefModule } from './weakref.ts';
import { makeQueueModule } from './simple-queue.ts';
import { makeRandomModule } from './random/random-module.ts';
import { makeMathModule } from './math/math-module.ts';
import { makeLinesModule } from './lines.ts';
import { makeRegexModule } from './regex/pattern-object.ts';
import { makeIoModule } from './io/io-module.ts';
import { makeJsonModule } from './text-natives.ts';
import { makeHashModule } from './text-natives.ts';
import { makeHashlibModule } from './hashing/hashlib-module.ts';
import { makeZlibModule } from './hashing/zlib-module.ts';
import { makeStructModule } from './text-natives.ts';
import { makeStringModule } from './string-module.ts';
import { makeTracebackModule } from './traceback-module.ts';
import { makeSignalModule } from './signal/signal-module.ts';
import { makeDatesModule } from './dates.ts';
import { makeGeventModule } from './gevent/gevent-module.ts';
import { makeGreenletModule } from './greenlet/greenlet-module.ts';
import { makeContextModule } from './contextvars/contextvars-module.ts';
import { makeAsyncioModule } from './asyncio/asyncio-module.ts';
import { makeSocketModule } from './socket/socket-module.ts';
import { makeDecimalModule } from './decimal/decimal-module.ts';
import { makeOpcodeModule } from './opcode-module.ts';
import { makeAstModule } from './ast/ast-module.ts';
import { makePickleModule } from './pickle/pickle-module.ts';
import { makeSelectModule } from './select-module.ts';

type Maker = (thread: PyThread) => PyModule;

const makers: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  ['_thread', makeThreadModule],
  ['atexit', makeAtexitModule],
  ['posix', makeOsModule],
  ['sys', makeSysModule],
  ['time', makeTimeModule],
  ['_bisect', makeBisectModule],
  ['_collections', makeCollectionsModule],
  ['_functools', makeFunctoolsModule],
  ['_heapq', makeHeapqModule],
  ['_operator', makeOperatorModule],
  ['itertools', makeItertoolsModule],
  ['_abc', makeAbcModule],
  ['_weakref', makeWeakrefModule],
  ['_queue', makeQueueModule],
  ['_random', makeRandomModule],
  ['math', makeMathModule],
  ['_lines', makeLinesModule],
  ['_sre', makeRegexModule],
  ['_io', makeIoModule],
  ['_json', makeJsonModule],
  ['_hashes', makeHashModule],
  ['_pickle', makePickleModule],
  ['_ast_tree', makeAstModule],
  ['_opcode', makeOpcodeModule],
  ['_decimal', makeDecimalModule],
  ['_hashlib', makeHashlibModule],
  ['_zlib', makeZlibModule],
  ['_string', makeStringModule],
  ['_struct', makeStructModule],
  ['_traceback', makeTracebackModule],
  ['_dates', makeDatesModule],
  ['greenlet', makeGreenletModule],
  ['_signal', makeSignalModule],
  ['_gevent', makeGeventModule],
  ['_contextvars', makeContextModule],
  ['_asyncio', makeAsyncioModule],
  ['select', makeSelectModule],
  ['_socket', makeSocketModule],
]);

export const nativeModuleNames: ReadonlySet<string> = new Set([...makers.keys(), 'builtins']);

export function makeNativeModule(thread: PyThread, name: string): PyModule | undefined {
  const module = makers.get(name)?.(thread);
  for (const value of module?.dict.values() ?? []) if (value instanceof NativeFunction) value.moduleName ??= name;
  return module;
}
