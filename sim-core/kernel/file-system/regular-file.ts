/** A regular file that is open: its inode and a position. Models: struct file over a file system in memory; reading and writing never wait. */
import type { Kernel } from '../kernel.ts';
import { OpenFile } from '../files/open-file.ts';
import type { Readiness, ReadResult, WriteResult } from '../files/open-file.ts';
import { errorNumbers, FileFault } from './file-fault.ts';
import type { DirectoryInode, FileInode } from './inode.ts';

export interface OpenMode {
  readonly reads: boolean;
  readonly writes: boolean;
  readonly appends: boolean;
}

/** From where a seek counts: SEEK_SET, SEEK_CUR, SEEK_END. */
export type SeekOrigin = 0 | 1 | 2;

export class RegularFile extends OpenFile {
  readonly inode: FileInode;
  readonly mode: OpenMode;
  position = 0;

  constructor(inode: FileInode, mode: OpenMode) {
    super(-1);
    this.inode = inode;
    this.mode = mode;
  }

  read(kernel: Kernel, count: number): ReadResult {
    if (!this.mode.reads) return { kind: 'error', error: 'EBADF' };
    const bytes = this.inode.read(this.position, count);
    this.position += bytes.length;
    this.inode.accessedNs = kernel.now;
    return { kind: 'data', bytes };
  }

  write(kernel: Kernel, bytes: Uint8Array): WriteResult {
    if (!this.mode.writes) return { kind: 'error', error: 'EBADF' };
    if (this.mode.appends) this.position = this.inode.sizeBytes;
    if (bytes.length > 0) this.inode.write(this.position, bytes, kernel.now);
    this.position += bytes.length;
    return { kind: 'written', count: bytes.length };
  }

  seek(offset: number, origin: SeekOrigin): number {
    const from = origin === 0 ? 0 : origin === 1 ? this.position : this.inode.sizeBytes;
    if (from + offset < 0) throw new FileFault(errorNumbers.invalid);
    this.position = from + offset;
    return this.position;
  }

  readiness(): Readiness {
    return { isReadable: true, isWritable: true, isHungUp: false };
  }

  protected closed(): void {}
}

/** A directory that is open: only its descriptor is of use. */
export class OpenDirectory extends OpenFile {
  readonly inode: DirectoryInode;

  constructor(inode: DirectoryInode) {
    super(-1);
    this.inode = inode;
  }

  read(): ReadResult {
    return { kind: 'error', error: 'EBADF' };
  }

  write(): WriteResult {
    return { kind: 'error', error: 'EBADF' };
  }

  readiness(): Readiness {
    return { isReadable: true, isWritable: true, isHungUp: false };
  }

  protected closed(): void {}
}
