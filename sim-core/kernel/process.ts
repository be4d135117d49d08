/** The process control block (PCB). Models: POSIX processes as far as fork, exit, wait and signals show them. */
import type { ProcessId } from '../base/ids.ts';
import type { Thread } from './thread.ts';

export class Process {
  readonly id: ProcessId;
  readonly pid: number;
  readonly parent: Process | null;
  name: string;
  readonly threads: Thread[] = [];
  /** Null while it runs; 0 to 255, or minus the number of the signal that ended it. */
  exitStatus: number | null = null;

  constructor(identity: { id: ProcessId; pid: number; parent: Process | null; name: string }) {
    this.id = identity.id;
    this.pid = identity.pid;
    this.parent = identity.parent;
    this.name = identity.name;
  }

  get parentPid(): number {
    return this.parent === null ? 1 : this.parent.pid;
  }
}
