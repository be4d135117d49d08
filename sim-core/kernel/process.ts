/** The process control block (PCB). Models: POSIX processes as far as fork, exit, wait and signals show them. */
import { Copyable } from '../base/copyable.ts';
import type { ProcessId } from '../base/ids.ts';
import { DescriptorTable } from './files/descriptor-table.ts';
import type { DirectoryInode } from './file-system/inode.ts';
import { StandardStream } from './files/standard-stream.ts';
import type { Thread } from './thread.ts';

/** The program's side of signals: what it does about one (kernel/signals.ts has their numbers). */
export interface SignalReceiver {
  receive(signal: number): void;
}

export class Process extends Copyable {
  readonly id: ProcessId;
  readonly pid: number;
  readonly parent: Process | null;
  name: string;
  readonly threads: Thread[] = [];
  /** Null while it runs; 0 to 255, or minus the number of the signal that ended it. */
  exitStatus: number | null = null;
  /** Null until the program takes care of signals itself. */
  signals: SignalReceiver | null = null;
  readonly descriptors = new DescriptorTable();
  workingDirectory: DirectoryInode;
  /** umask(2): permission bits that new files do not get. */
  fileModeMask = 0o022;

  constructor(identity: {
    id: ProcessId;
    pid: number;
    parent: Process | null;
    name: string;
    workingDirectory: DirectoryInode;
  }) {
    super();
    this.id = identity.id;
    this.pid = identity.pid;
    this.parent = identity.parent;
    this.name = identity.name;
    this.workingDirectory = identity.workingDirectory;
    if (this.parent !== null) this.parent.descriptors.copyInto(this.descriptors);
    else for (let number = 0; number < 3; number += 1) this.descriptors.open(new StandardStream(number));
  }

  get parentPid(): number {
    return this.parent === null ? 1 : this.parent.pid;
  }
}
