/** What a name in a directory stands for. Models: struct inode of Linux, in memory: content, link count, permission bits, times. */
import type { Nanoseconds } from '../../base/units.ts';

export type Inode = FileInode | DirectoryInode | LinkInode;

interface InodeTimes {
  readonly number: number;
  mode: number;
  links: number;
  accessedNs: Nanoseconds;
  modifiedNs: Nanoseconds;
  changedNs: Nanoseconds;
}

abstract class InodeBase implements InodeTimes {
  readonly number: number;
  mode: number;
  links = 0;
  accessedNs: Nanoseconds;
  modifiedNs: Nanoseconds;
  changedNs: Nanoseconds;

  constructor(number: number, mode: number, nowNs: Nanoseconds) {
    this.number = number;
    this.mode = mode;
    this.accessedNs = nowNs;
    this.modifiedNs = nowNs;
    this.changedNs = nowNs;
  }
}

/** A regular file: the first `sizeBytes` of `content`. */
export class FileInode extends InodeBase {
  readonly kind = 'file';
  content = new Uint8Array(0);
  sizeBytes = 0;

  read(position: number, count: number): Uint8Array {
    return this.content.slice(
      Math.min(position, this.sizeBytes),
      Math.min(this.sizeBytes, position + Math.max(0, count)),
    );
  }

  write(position: number, bytes: Uint8Array, nowNs: Nanoseconds): void {
    const end = position + bytes.length;
    if (end > this.content.length) {
      const grown = new Uint8Array(Math.max(end, 2 * this.content.length, 64));
      grown.set(this.content.subarray(0, this.sizeBytes));
      this.content = grown;
    }
    this.content.set(bytes, position);
    this.sizeBytes = Math.max(this.sizeBytes, end);
    this.modifiedNs = nowNs;
    this.changedNs = nowNs;
  }

  /** Cut, or filled up with zeros. */
  resize(sizeBytes: number, nowNs: Nanoseconds): void {
    if (sizeBytes > this.sizeBytes) this.write(this.sizeBytes, new Uint8Array(sizeBytes - this.sizeBytes), nowNs);
    else {
      this.content.fill(0, sizeBytes, this.sizeBytes);
      this.sizeBytes = sizeBytes;
    }
    this.modifiedNs = nowNs;
  }
}

export class DirectoryInode extends InodeBase {
  readonly kind = 'directory';
  readonly entries = new Map<string, Inode>();
  parent: DirectoryInode = this;
  name = '/';
}

export class LinkInode extends InodeBase {
  readonly kind = 'link';
  readonly target: string;

  constructor(number: number, target: string, nowNs: Nanoseconds) {
    super(number, 0o777, nowNs);
    this.target = target;
  }
}
