/** The module `sys`. Models: Python/sysmodule.c. */
import { objectType, tupleType, typeOf, typeType } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyFloat } from '../objects/py-float.ts';
import { PyException } from '../objects/py-exception.ts';
import { PyFrozenSet } from '../objects/py-set.ts';
import { SetMembers } from '../objects/set-members.ts';
import { PyList } from '../objects/py-list.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import { PyInstance } from '../objects/py-instance.ts';
import type { Value } from '../objects/value.ts';
import {
  anyNumber,
  attribute,
  between,
  exactly,
  method,
  methodSteps,
  named,
  native,
  nativeSteps,
} from '../builtins/define.ts';
import { numberOf } from '../vm/compare.ts';
import { invoke } from '../vm/invoke.ts';
import { programDirectory } from '../vm/program-path.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { printException, printUnraisable } from '../vm/print-exception.ts';
import { readUnraisableArguments } from '../vm/unraisable-arguments.ts';
import { makeException, PyRaise, raised, Unsupported } from '../vm/raise.ts';
import { reprSteps } from '../vm/repr.ts';
import { standardStream } from '../vm/standard-streams.ts';
import { OutputStream } from '../vm/output-stream.ts';
import { nativeModuleNames } from './native-modules.ts';
import { frameObjectOf, innermostFrame } from '../builtins/types/frame-object.ts';
import { standardModuleNames } from './standard-library.ts';
import { sysInfos } from './sys-info.ts';

const versionInfoType = new PyType({
  name: 'version_info',
  bases: [tupleType],
  layout: 'tuple',
  metatype: typeType,
  moduleName: 'sys',
});
for (const [i, name] of ['major', 'minor', 'micro', 'releaselevel', 'serial'].entries())
  attribute(versionInfoType, name, (self) => (self as PyTuple).items[i]);
method(versionInfoType, '__repr__', exactly(0), (_thread, args) => {
  const [major, minor, micro, level, serial] = (args[0] as PyTuple).items;
  return `sys.version_info(major=${String(major)}, minor=${String(minor)}, micro=${String(micro)}, releaselevel='${String(level)}', serial=${String(serial)})`;
});
const flagsType = new PyType({
  name: 'flags',
  bases: [objectType],
  layout: 'object',
  metatype: typeType,
  moduleName: 'sys',
  hasInstanceDict: true,
});

const asyncGeneratorHooksType = new PyType({
  name: 'asyncgen_hooks',
  bases: [tupleType],
  layout: 'tuple',
  metatype: typeType,
  moduleName: 'sys',
});
for (const [i, name] of ['firstiter', 'finalizer'].entries())
  attribute(asyncGeneratorHooksType, name, (self) => (self as PyTuple).items[i]);
methodSteps(asyncGeneratorHooksType, '__repr__', exactly(0), function* show(thread, args) {
  const [first, finalizer] = (args[0] as PyTuple).items as [Value, Value];
  return `asyncgen_hooks(firstiter=${yield* reprSteps(thread, first)}, finalizer=${yield* reprSteps(thread, finalizer)})`;
});

const functions = [
  native('set_asyncgen_hooks', named(0, 'firstiter', 'finalizer'), (thread, args) => {
    const { firstIteration, finalizer } = thread.asyncGeneratorHooks;
    thread.asyncGeneratorHooks = {
      firstIteration: args[0] === undefined ? firstIteration : args[0],
      finalizer: args[1] === undefined ? finalizer : args[1],
    };
    return null;
  }),
  native('get_asyncgen_hooks', exactly(0), (thread) => {
    const { firstIteration, finalizer } = thread.asyncGeneratorHooks;
    const hooks = new PyTuple([firstIteration, finalizer]);
    hooks.type = asyncGeneratorHooksType;
    return hooks;
  }),
  native('set_coroutine_origin_tracking_depth', named(1, 'depth'), (thread, args) => {
    if ((args[0] as number) < 0) throw raised('ValueError', 'depth must be >= 0');
    thread.originTrackingDepth = args[0] as number;
    return null;
  }),
  native('get_coroutine_origin_tracking_depth', exactly(0), (thread) => thread.originTrackingDepth),
  native('exit', between(0, 1), (_thread, args) => {
    const exception = makeException('SystemExit', ...(args[0] === undefined ? [] : [args[0]]));
    throw new PyRaise(exception);
  }),
  native('setswitchinterval', exactly(1), (thread, args) => {
    const number = numberOf(args[0] as Value);
    if (number === null) throw raised('TypeError', `must be real number, not ${typeOf(args[0] as Value).title}`);
    const seconds = number instanceof PyFloat ? number.value : Number(number);
    if (seconds <= 0) throw raised('ValueError', 'switch interval must be strictly positive');
    if (thread.interpreter.gil !== null) thread.interpreter.gil.intervalNs = Math.max(1000, Math.round(seconds * 1e9));
    return null;
  }),
  native(
    'getswitchinterval',
    exactly(0),
    (thread) => new PyFloat((thread.interpreter.gil?.intervalNs ?? 5_000_000) / 1e9),
  ),
  native('getrecursionlimit', exactly(0), (thread) => thread.recursionLimit),
  native('setrecursionlimit', exactly(1), (thread, args) => {
    const limit = args[0] as number;
    if (limit < 1) throw raised('ValueError', 'recursion limit must be greater or equal than 1');
    for (const other of thread.interpreter.threads) other.recursionLimit = limit;
    return null;
  }),
  native('exc_info', exactly(0), (thread) => {
    const handled = thread.handled;
    return handled === null ? new PyTuple([null, null, null]) : new PyTuple([handled.type, handled, handled.traceback]);
  }),
  native('exception', exactly(0), (thread) => thread.handled),
  native('getrefcount', exactly(1), () => 2),
  native('getsizeof', between(1, 2), (_thread, args) => sizeOfObject(args[0] as Value)),
  native('intern', exactly(1), (_thread, args) => args[0] as Value),
  native('getdefaultencoding', exactly(0), () => 'utf-8'),
  native('getfilesystemencoding', exactly(0), () => 'utf-8'),
  native('_is_gil_enabled', exactly(0), (thread) => thread.interpreter.gil !== null),
  ...['settrace', 'setprofile', 'addaudithook'].map((name) =>
    native(name, exactly(1), (_thread, args) => {
      if (args[0] !== null) throw new Unsupported(`sys.${name}()`);
      return null;
    }),
  ),
  native('gettrace', exactly(0), () => null),
  native('is_finalizing', exactly(0), (thread) => thread.interpreter.isFinalizing),
  native('_getframe', between(0, 1), (thread, args) => frameObjectOf(thread, (args[0] ?? 0) as number)),
  native('_current_frames', exactly(0), (thread) => {
    const frames = new PyDict();
    for (const { ident, frame } of thread.interpreter.threads.toReversed()) frames.set(ident, innermostFrame(frame));
    return frames;
  }),
  native('audit', anyNumber(), () => null),
  native('get_int_max_str_digits', exactly(0), () => 4300),
  native('getfilesystemencodeerrors', exactly(0), () => 'surrogateescape'),
  native('getprofile', exactly(0), () => null),
  native('call_tracing', exactly(2), (thread, args) =>
    invoke(thread, args[0] as Value, (args[1] as PyTuple).items, null),
  ),
  nativeSteps('excepthook', exactly(3), function* excepthook(thread, args) {
    if (args[1] instanceof PyException) yield* printException(thread, args[1]);
    return null;
  }),
  nativeSteps('unraisablehook', exactly(1), function* unraisablehook(thread, args) {
    const { exception, message, object } = readUnraisableArguments(args[0] as Value);
    return yield* printUnraisable(thread, exception, { message, object });
  }),
  nativeSteps('displayhook', exactly(1), function* displayhook(thread, args) {
    const stream = standardStream(thread, 'stdout');
    if (args[0] === null || !(stream instanceof OutputStream)) return null;
    const text = yield* reprSteps(thread, args[0] as Value);
    if (stream.write(thread, `${text}\n`, null) === undefined) yield;
    return null;
  }),
];

function sizeOfObject(value: Value): number {
  if (typeof value === 'number' || typeof value === 'bigint') return 28;
  if (typeof value === 'string') return 49 + value.length;
  if (value instanceof PyList) return 56 + 8 * value.items.length;
  if (value instanceof PyTuple) return 40 + 8 * value.items.length;
  return value instanceof PyDict ? 64 + 104 * Math.ceil(value.size / 5) : 48;
}

export function makeSysModule(thread: PyThread): PyModule {
  const { interpreter } = thread;
  const module = new PyModule('sys');
  const { dict } = module;
  for (const fn of functions) dict.set(fn.name, fn);
  dict.set('stdout', interpreter.stdout);
  dict.set('stderr', interpreter.stderr);
  dict.set('stdin', interpreter.stdin);
  dict.set('__stdout__', interpreter.stdout);
  dict.set('__stderr__', interpreter.stderr);
  dict.set('__stdin__', interpreter.stdin);
  dict.set('__excepthook__', dict.getText('excepthook') as Value);
  dict.set('__unraisablehook__', dict.getText('unraisablehook') as Value);
  dict.set('__displayhook__', dict.getText('displayhook') as Value);
  dict.set('abiflags', '');
  dict.set('modules', interpreter.modules);
  dict.set('argv', new PyList([interpreter.machine.files[0]?.name ?? '', ...interpreter.machine.arguments]));
  dict.set('path', new PyList([programDirectory(interpreter.machine), '/usr/local/lib/python3.13']));
  dict.set('platform', 'linux');
  dict.set('byteorder', 'little');
  dict.set('maxsize', 9_223_372_036_854_775_807n);
  dict.set('maxunicode', 0x10ffff);
  dict.set('executable', '/usr/local/bin/python3.13');
  dict.set('prefix', '/usr/local');
  dict.set('version', '3.13.0 (main, Oct  7 2024, 00:00:00) [Lockstep]');
  dict.set('hexversion', 0x030d00f0);
  dict.set('api_version', 1013);
  dict.set('dont_write_bytecode', false);
  dict.set('flags', flagsObject());
  dict.set('version_info', versionInfo());
  for (const [name, value] of sysInfos()) dict.set(name, value);
  for (const name of ['base_prefix', 'exec_prefix', 'base_exec_prefix']) dict.set(name, '/usr/local');
  dict.set('platlibdir', 'lib');
  dict.set('copyright', 'Copyright (c) Python Software Foundation.');
  dict.set('float_repr_style', 'short');
  for (const name of ['path_hooks', 'meta_path', 'orig_argv']) dict.set(name, new PyList([]));
  dict.set('path_importer_cache', new PyDict());
  dict.set('pycache_prefix', null);
  dict.set('_git', new PyTuple(['CPython', '', '']));
  dict.set('stdlib_module_names', new PyFrozenSet(namesDict()));
  dict.set('builtin_module_names', new PyTuple([...nativeModuleNames].sort((a, b) => (a < b ? -1 : 1))));
  dict.set('warnoptions', new PyList([]));
  dict.set('implementation', implementation());
  return module;
}

function namesDict(): SetMembers {
  const names = new SetMembers();
  for (const name of standardModuleNames()) names.set(name, null);
  return names;
}

function versionInfo(): PyTuple {
  const info = new PyTuple([3, 13, 0, 'final', 0]);
  info.type = versionInfoType;
  return info;
}

function flagsObject(): PyInstance {
  const flags = new PyInstance(flagsType);
  for (const name of [
    'debug',
    'inspect',
    'interactive',
    'optimize',
    'verbose',
    'quiet',
    'dev_mode',
    'ignore_environment',
    'bytes_warning',
  ])
    flags.set(name, 0);
  return flags;
}

function implementation(): PyInstance {
  const type = new PyType({
    name: 'SimpleNamespace',
    bases: [objectType],
    layout: 'object',
    metatype: typeType,
    moduleName: 'types',
    hasInstanceDict: true,
  });
  const namespace = new PyInstance(type);
  namespace.set('name', 'cpython');
  namespace.set('cache_tag', 'cpython-313');
  return namespace;
}
