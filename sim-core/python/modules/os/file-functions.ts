/** os.open, stat, listdir, mkdir, remove, rename, … Models: Modules/posixmodule.c over the simulated file system. */
import { FileFault } from '../../../kernel/file-system/file-fault.ts';
import { OpenDirectory, RegularFile } from '../../../kernel/file-system/regular-file.ts';
import type { SeekOrigin } from '../../../kernel/file-system/regular-file.ts';
import { StandardStream } from '../../../kernel/files/standard-stream.ts';
import { machineCosts } from '../../../kernel/machine-costs.ts';
import type { Stop } from '../../../kernel/program.ts';
import { threadStates } from '../../../trace/event-kind.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import type { NativeArguments, NativeFunction } from '../../objects/native-function.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { exactly, named, native, nativeSteps } from '../../builtins/define.ts';
import type { Arity } from '../../builtins/define.ts';
import { sizeArgument } from '../../builtins/types/int-argument.ts';
import { BlockingCall } from '../../vm/blocking-call.ts';
import { truthQuickly } from '../../vm/truth.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { floatOf, plainInt } from '../native-numbers.ts';
import { epochSeconds } from '../time-epoch.ts';
import { fileOf } from './descriptors.ts';
import { errorOfFault, errorText, fileError } from './file-errors.ts';
import { fileSystemPathSteps, pathSteps } from './path-argument.ts';
import type { PathArgument } from './path-argument.ts';
import { PathCall } from './path-calls.ts';
import type { PathOperation } from './path-calls.ts';
import { statResult, streamStat } from './stat-result.ts';

/** fsync(2): until the disk has it. */
const diskWriteNs = 1_000_000;

class SyncCall extends BlockingCall {
  private hasWaited = false;

  proceed(thread: PyThread): Stop | null {
    if (this.hasWaited) return null;
    this.hasWaited = true;
    thread.kernel.spend(machineCosts.syscallNs);
    return { kind: 'sleep', forNs: diskWriteNs, state: threadStates.inputOutput, resource: -1 };
  }

  finish(): Value {
    return null;
  }
}

interface PathFunction {
  readonly name: string;
  readonly operation: PathOperation;
  readonly arity: Arity;
  readonly takesDescriptor?: boolean;
  readonly number?: (args: NativeArguments) => number;
}

const directoryKeyword = ['', 'dir_fd'] as const;
const one = (name: string, operation: PathOperation): PathFunction => ({
  name,
  operation,
  arity: { least: 1, most: 1, names: ['path', ...directoryKeyword.slice(1)] },
});

const pathFunctions: readonly PathFunction[] = [
  one('rmdir', 'removeDirectory'),
  one('remove', 'removeFile'),
  one('unlink', 'removeFile'),
  one('readlink', 'readLink'),
  one('lstat', 'linkStat'),
  { name: 'chdir', operation: 'changeDirectory', arity: named(1, 'path') },
  {
    name: 'mkdir',
    operation: 'makeDirectory',
    arity: { least: 1, most: 2, names: ['path', 'mode', 'dir_fd'] },
    number: (args) => sizeArgument(args[1] ?? 0o777),
  },
  {
    name: 'chmod',
    operation: 'changeMode',
    arity: { least: 2, most: 2, names: ['path', 'mode', 'dir_fd', 'follow_symlinks'] },
    number: (args) => sizeArgument(args[1]),
  },
  {
    name: 'access',
    operation: 'canAccess',
    arity: { least: 2, most: 2, names: ['path', 'mode', 'dir_fd', 'effective_ids', 'follow_symlinks'] },
    number: (args) => sizeArgument(args[1]),
  },
  {
    name: 'utime',
    operation: 'setTimes',
    arity: { least: 1, most: 2, names: ['path', 'times', 'ns', 'dir_fd', 'follow_symlinks'] },
    number: timeOf,
  },
];

/** The modification time in nanoseconds of the run; NaN for now. */
function timeOf(args: NativeArguments): number {
  const [, times, nanoseconds] = args;
  if (times instanceof PyTuple) return Math.round(((floatOf(times.items[1] ?? 0) ?? 0) - epochSeconds) * 1e9);
  if (nanoseconds instanceof PyTuple)
    return Number(BigInt(plainInt(nanoseconds.items[1] ?? 0)) - BigInt(epochSeconds) * 1_000_000_000n);
  return Number.NaN;
}

function makePathFunction({ name, operation, arity, number }: PathFunction): NativeFunction {
  return nativeSteps(name, arity, function* callOnPath(thread, args) {
    const path = yield* pathSteps(thread, args[0] as Value, { functionName: name });
    thread.block(new PathCall(operation, path, null, number?.(args) ?? 0));
    return yield;
  });
}

function makeTwoPathFunction(name: string, operation: PathOperation, names: readonly string[]): NativeFunction {
  const arity = { least: 2, most: 2, names: [...names, 'src_dir_fd', 'dst_dir_fd', 'follow_symlinks'] };
  return nativeSteps(name, arity, function* callOnPaths(thread, args) {
    const path = yield* pathSteps(thread, args[0] as Value, { functionName: name, argumentName: names[0] as string });
    const other = yield* pathSteps(thread, args[1] as Value, { functionName: name, argumentName: names[1] as string });
    thread.block(new PathCall(operation, path, other));
    return yield;
  });
}

/** os.listdir and os.scandir look at the current directory where nothing is said. */
function makeListing(name: string, operation: PathOperation): NativeFunction {
  return nativeSteps(name, named(0, 'path'), function* list(thread, args) {
    const words = { functionName: name, takesDescriptor: true };
    const path = yield* pathSteps(thread, args[0] ?? '.', words);
    thread.block(new PathCall(operation, args[0] === undefined ? { ...path, value: '.' } : path));
    return yield;
  });
}

function statOfDescriptor(thread: PyThread, descriptor: Value): Value {
  const file = fileOf(thread, descriptor);
  thread.kernel.spend(machineCosts.syscallNs);
  if (file instanceof RegularFile || file instanceof OpenDirectory) return statResult(file.inode);
  return streamStat(!(file instanceof StandardStream));
}

const otherFunctions = [
  nativeSteps(
    'stat',
    { least: 1, most: 1, names: ['path', 'dir_fd', 'follow_symlinks'] },
    function* stat(thread, args) {
      const path = yield* pathSteps(thread, args[0] as Value, { functionName: 'stat', takesDescriptor: true });
      if (path.descriptor !== null) return statOfDescriptor(thread, path.descriptor);
      const follows = args[2] === undefined || truthQuickly(args[2]) !== false;
      thread.block(new PathCall(follows ? 'stat' : 'linkStat', path));
      return yield;
    },
  ),
  native('fstat', named(1, 'fd'), (thread, args) => statOfDescriptor(thread, args[0] as Value)),
  nativeSteps('open', { least: 2, most: 3, names: ['path', 'flags', 'mode', 'dir_fd'] }, function* open(thread, args) {
    const path = yield* pathSteps(thread, args[0] as Value, { functionName: 'open' });
    const withMode: PathArgument = { ...path, descriptor: sizeArgument(args[2] ?? 0o777) };
    thread.block(new PathCall('open', withMode, null, sizeArgument(args[1])));
    return yield;
  }),
  native('lseek', exactly(3), (thread, args) => {
    const file = fileOf(thread, args[0]);
    thread.kernel.spend(machineCosts.syscallNs);
    if (!(file instanceof RegularFile)) throw fileError(29);
    return seekFile(file, sizeArgument(args[1]), sizeArgument(args[2]));
  }),
  ...['fsync', 'fdatasync'].map((name) =>
    native(name, named(1, 'fd'), (thread, args) => {
      const file = fileOf(thread, args[0]);
      if (!(file instanceof RegularFile)) throw fileError(22);
      return thread.block(new SyncCall());
    }),
  ),
  native('sync', exactly(0), (thread) => thread.block(new SyncCall())),
  native('ftruncate', exactly(2), (thread, args) => {
    truncateFile(thread, args[0] as Value, sizeArgument(args[1]));
    return null;
  }),
  nativeSteps('truncate', named(2, 'path', 'length'), function* truncate(thread, args) {
    const path = yield* pathSteps(thread, args[0] as Value, { functionName: 'truncate', takesDescriptor: true });
    if (path.descriptor !== null) {
      truncateFile(thread, path.descriptor, sizeArgument(args[1]));
      return null;
    }
    thread.block(new PathCall('resize', path, null, sizeArgument(args[1])));
    return yield;
  }),
  native('getcwd', exactly(0), (thread) =>
    thread.kernel.fileSystem.pathOf(thread.interpreter.process.workingDirectory),
  ),
  native('umask', exactly(1), (thread, args) => {
    const { process } = thread.interpreter;
    const old = process.fileModeMask;
    process.fileModeMask = sizeArgument(args[0]) & 0o777;
    return old;
  }),
  native('strerror', exactly(1), (_thread, args) => errorText(sizeArgument(args[0]))),
  nativeSteps('fspath', named(1, 'path'), function* fileSystemPath(thread, args) {
    const value = args[0] as Value;
    const path = yield* fileSystemPathSteps(thread, value);
    if (path === null)
      throw raised('TypeError', `expected str, bytes or os.PathLike object, not ${typeOf(value).title}`);
    return typeof path === 'string' && typeof value !== 'string' && typeOf(value).isSubtypeOf(typeOf(''))
      ? value
      : path;
  }),
];

export function seekFile(file: RegularFile, offset: number, origin: number): number {
  if (origin !== 0 && origin !== 1 && origin !== 2) throw fileError(22);
  try {
    return file.seek(offset, origin satisfies SeekOrigin);
  } catch (fault) {
    if (fault instanceof FileFault) throw errorOfFault(fault);
    throw fault;
  }
}

export function truncateFile(thread: PyThread, descriptor: Value, length: number): void {
  const file = fileOf(thread, descriptor);
  thread.kernel.spend(machineCosts.syscallNs);
  if (!(file instanceof RegularFile) || !file.mode.writes || length < 0) throw fileError(22);
  file.inode.resize(length, thread.kernel.now);
}

export const fileFunctions: readonly NativeFunction[] = [
  ...pathFunctions.map(makePathFunction),
  ...otherFunctions,
  makeTwoPathFunction('rename', 'rename', ['src', 'dst']),
  makeTwoPathFunction('replace', 'rename', ['src', 'dst']),
  makeTwoPathFunction('link', 'link', ['src', 'dst']),
  makeTwoPathFunction('symlink', 'symbolicLink', ['src', 'dst']),
  makeListing('listdir', 'list'),
  makeListing('scandir', 'scan'),
];
