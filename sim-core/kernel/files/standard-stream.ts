/** Descriptors 0, 1 and 2 of a program at a terminal. What is typed and shown is the program's own affair (vm/input-stream, vm/output-stream). */
import { OpenFile } from './open-file.ts';
import type { Readiness, ReadResult, WriteResult } from './open-file.ts';

export class StandardStream extends OpenFile {
  /** 0 input, 1 output, 2 errors. */
  readonly number: number;

  constructor(number: number) {
    super(-1);
    this.number = number;
  }

  read(): ReadResult {
    return { kind: 'error', error: 'EBADF' };
  }

  write(): WriteResult {
    return { kind: 'error', error: 'EBADF' };
  }

  readiness(): Readiness {
    return { isReadable: false, isWritable: this.number !== 0, isHungUp: false };
  }

  protected closed(): void {}
}
