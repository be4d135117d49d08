/**
 * System calls on paths, without the GIL. Models: what stands between Py_BEGIN_ALLOW_THREADS and Py_END_ALLOW_THREADS in Modules/posixmodule.c.
 * A call is the name of an operation and plain arguments, so that it can be copied for a checkpoint.
 */
import { FileFault } from '../../../kernel/file-system/file-fault.ts';
import type { FileSystem } from '../../../kernel/file-system/file-system.ts';
import type { DirectoryInode } from '../../../kernel/file-system/inode.ts';
import { machineCosts } from '../../../kernel/machine-costs.ts';
import type { Stop } from '../../../kernel/program.ts';
import type { Value } from '../../objects/value.ts';
import { PyList } from '../../objects/py-list.ts';
import { BlockingCall } from '../../vm/blocking-call.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { DirectoryEntry, nameValue } from './directory-entry.ts';
import { fileError } from './file-errors.ts';
import { openFlags } from './open-flags.ts';
import type { PathArgument } from './path-argument.ts';
import { statResult } from './stat-result.ts';

interface PathOperands {
  readonly files: FileSystem;
  readonly from: DirectoryInode;
  readonly path: PathArgument;
  readonly other: PathArgument | null;
  readonly number: number;
  readonly nowNs: number;
}

type Operation = (operands: PathOperands, thread: PyThread) => Value;

const operations = {
  stat: ({ files, from, path }) => statResult(files.lookUp(from, path.path)),
  linkStat: ({ files, from, path }) => statResult(files.lookUp(from, path.path, false)),
  makeDirectory: ({ files, from, path, number, nowNs }, thread) => {
    files.makeDirectory(from, path.path, number & ~thread.interpreter.process.fileModeMask, nowNs);
    return null;
  },
  removeDirectory: ({ files, from, path, nowNs }) => {
    files.removeDirectory(from, path.path, nowNs);
    return null;
  },
  removeFile: ({ files, from, path, nowNs }) => {
    files.removeFile(from, path.path, nowNs);
    return null;
  },
  rename: ({ files, from, path, other, nowNs }) => {
    files.rename(from, path.path, other?.path ?? '', nowNs);
    return null;
  },
  link: ({ files, from, path, other, nowNs }) => {
    files.link(from, path.path, other?.path ?? '', nowNs);
    return null;
  },
  symbolicLink: ({ files, from, path, other, nowNs }) => {
    files.symbolicLink(from, path.path, other?.path ?? '', nowNs);
    return null;
  },
  readLink: ({ files, from, path }) => {
    const inode = files.lookUp(from, path.path, false);
    if (inode.kind !== 'link') throw new FileFault(22);
    return nameValue(inode.target, path.isBytes);
  },
  list: ({ files, from, path }) =>
    new PyList([...files.directory(from, path.path).entries.keys()].map((name) => nameValue(name, path.isBytes))),
  scan: ({ files, from, path }) => {
    const before = path.path.endsWith('/') ? path.path : `${path.path}/`;
    const entries = [...files.directory(from, path.path).entries];
    return new PyList(
      entries.map(([name, inode]) => new DirectoryEntry(name, `${before}${name}`, inode, path.isBytes)),
    );
  },
  changeDirectory: ({ files, from, path }, thread) => {
    thread.interpreter.process.workingDirectory = files.directory(from, path.path);
    return null;
  },
  resize: ({ files, from, path, number, nowNs }) => {
    const inode = files.lookUp(from, path.path);
    if (inode.kind !== 'file') throw new FileFault(21);
    inode.resize(number, nowNs);
    return null;
  },
  changeMode: ({ files, from, path, number, nowNs }) => {
    const inode = files.lookUp(from, path.path);
    inode.mode = number & 0o7777;
    inode.changedNs = nowNs;
    return null;
  },
  setTimes: ({ files, from, path, number, nowNs }) => {
    const inode = files.lookUp(from, path.path);
    inode.modifiedNs = Number.isNaN(number) ? nowNs : number;
    inode.accessedNs = inode.modifiedNs;
    return null;
  },
  canAccess: ({ files, from, path, number }) => {
    try {
      const { mode } = files.lookUp(from, path.path);
      return ((mode >> 6) & number) === number;
    } catch {
      return false;
    }
  },
  open: ({ files, from, path, number, nowNs }, thread) => {
    const access = number & 3;
    const has = (flag: number): boolean => (number & flag) !== 0;
    const file = files.open(
      from,
      path.path,
      {
        reads: access !== openFlags.O_WRONLY,
        writes: access !== openFlags.O_RDONLY,
        appends: has(openFlags.O_APPEND),
        creates: has(openFlags.O_CREAT),
        isExclusive: has(openFlags.O_EXCL),
        truncates: has(openFlags.O_TRUNC),
        mode: (path.descriptor ?? 0o777) & ~thread.interpreter.process.fileModeMask,
      },
      nowNs,
    );
    return thread.interpreter.process.descriptors.open(file);
  },
} as const satisfies Record<string, Operation>;

export type PathOperation = keyof typeof operations;

/** System calls that change a directory take longer. */
const changingNs = 4_000;
const changing: ReadonlySet<string> = new Set(['makeDirectory', 'removeDirectory', 'removeFile', 'rename', 'open']);

export class PathCall extends BlockingCall {
  private readonly operation: PathOperation;
  private readonly path: PathArgument;
  private readonly other: PathArgument | null;
  private readonly number: number;
  private result: Value = null;
  private errno = 0;

  constructor(operation: PathOperation, path: PathArgument, other: PathArgument | null = null, number = 0) {
    super();
    this.operation = operation;
    this.path = path;
    this.other = other;
    this.number = number;
  }

  proceed(thread: PyThread): Stop | null {
    const { kernel } = thread;
    kernel.spend(machineCosts.syscallNs + (changing.has(this.operation) ? changingNs : 0));
    const { path, other, number } = this;
    const operands = {
      files: kernel.fileSystem,
      from: thread.interpreter.process.workingDirectory,
      path,
      other,
      number,
      nowNs: kernel.now,
    };
    try {
      this.result = (operations[this.operation] as Operation)(operands, thread);
    } catch (fault) {
      if (!(fault instanceof FileFault)) throw fault;
      this.errno = fault.errno;
    }
    return null;
  }

  finish(): Value {
    if (this.errno !== 0)
      throw fileError(this.errno, this.path.value, ...(this.other === null ? [] : [this.other.value]));
    return this.result;
  }
}
