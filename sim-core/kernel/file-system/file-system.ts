/**
 * The file system: a tree of directories in memory, one for the whole machine. Models: path resolution and the system calls on names
 * (open, mkdir, unlink, rename, link, symlink, …) of Linux with their errors. Leaves out: users – the program owns everything, and only the
 * write permission of a file or directory is looked at –, quotas and devices other than /dev/null.
 */
import type { Nanoseconds } from '../../base/units.ts';
import { errorNumbers, FileFault } from './file-fault.ts';
import { DirectoryInode, FileInode, LinkInode } from './inode.ts';
import type { Inode } from './inode.ts';
import { OpenDirectory, RegularFile } from './regular-file.ts';
import type { OpenMode } from './regular-file.ts';

export interface OpenFlags extends OpenMode {
  readonly creates: boolean;
  /** With `creates`: it must not exist yet. */
  readonly isExclusive: boolean;
  readonly truncates: boolean;
  readonly mode: number;
}

/** Where a path leads: the directory and the last name, and what is there now. */
interface Place {
  readonly directory: DirectoryInode;
  readonly name: string;
  readonly inode: Inode | null;
}

const mostLinks = 40;
const writeBits = 0o222;

export class FileSystem {
  readonly root: DirectoryInode;
  private nextNumber = 2;

  constructor() {
    this.root = new DirectoryInode(this.newNumber(), 0o755, 0);
    this.root.links = 2;
    for (const path of [
      '/dev',
      '/etc',
      '/home/student',
      '/proc',
      '/tmp',
      '/usr/bin',
      '/usr/local/bin',
      '/usr/local/lib',
    ])
      this.makeDirectories(path);
    this.lookUp(this.root, '/tmp').mode = 0o1777;
  }

  /** The inode of a path; a fault if there is none. */
  lookUp(from: DirectoryInode, path: string, followsLast = true): Inode {
    const { inode } = this.place(from, path, followsLast);
    if (inode === null) throw new FileFault(errorNumbers.noEntry, path);
    return inode;
  }

  directory(from: DirectoryInode, path: string): DirectoryInode {
    const inode = this.lookUp(from, path);
    if (inode.kind !== 'directory') throw new FileFault(errorNumbers.notDirectory, path);
    return inode;
  }

  open(from: DirectoryInode, path: string, flags: OpenFlags, nowNs: Nanoseconds): RegularFile | OpenDirectory {
    const place = this.place(from, path, !(flags.creates && flags.isExclusive));
    const inode = place.inode === null ? this.create(place, path, flags, nowNs) : place.inode;
    if (place.inode !== null && flags.creates && flags.isExclusive) throw new FileFault(errorNumbers.exists, path);
    if (inode.kind === 'link') throw new FileFault(errorNumbers.tooManyLinks, path);
    if (inode.kind === 'directory') {
      if (flags.writes || flags.creates) throw new FileFault(errorNumbers.isDirectory, path);
      return new OpenDirectory(inode);
    }
    if (place.inode !== null && flags.writes && (inode.mode & writeBits) === 0)
      throw new FileFault(errorNumbers.permissionDenied, path);
    if (flags.truncates && flags.writes) inode.resize(0, nowNs);
    return new RegularFile(inode, flags);
  }

  private create(place: Place, path: string, flags: OpenFlags, nowNs: Nanoseconds): FileInode {
    if (!flags.creates) throw new FileFault(errorNumbers.noEntry, path);
    if (path.endsWith('/')) throw new FileFault(errorNumbers.isDirectory, path);
    const made = new FileInode(this.newNumber(), flags.mode, nowNs);
    this.add(place, made, path, nowNs);
    return made;
  }

  makeDirectory(from: DirectoryInode, path: string, mode: number, nowNs: Nanoseconds): void {
    const place = this.place(from, path, false);
    if (place.inode !== null) throw new FileFault(errorNumbers.exists, path);
    const made = new DirectoryInode(this.newNumber(), mode, nowNs);
    made.parent = place.directory;
    made.name = place.name;
    made.links = 1;
    this.add(place, made, path, nowNs);
    place.directory.links += 1;
  }

  /** unlink(2) */
  removeFile(from: DirectoryInode, path: string, nowNs: Nanoseconds): void {
    const place = this.existing(from, path);
    if (place.inode.kind === 'directory') throw new FileFault(errorNumbers.isDirectory, path);
    this.remove(place, path, nowNs);
  }

  removeDirectory(from: DirectoryInode, path: string, nowNs: Nanoseconds): void {
    const place = this.existing(from, path);
    if (place.inode.kind !== 'directory') throw new FileFault(errorNumbers.notDirectory, path);
    if (place.inode.entries.size > 0) throw new FileFault(errorNumbers.notEmpty, path);
    this.remove(place, path, nowNs);
    place.directory.links -= 1;
  }

  rename(from: DirectoryInode, path: string, to: string, nowNs: Nanoseconds): void {
    const source = this.existing(from, path, to);
    const target = this.place(from, to, false);
    const { inode } = source;
    const old = target.inode;
    if (old === inode) return;
    if (inode.kind === 'directory' && this.contains(inode, target.directory))
      throw new FileFault(errorNumbers.invalid, path, to);
    if (old !== null) {
      if (inode.kind === 'directory' && old.kind !== 'directory')
        throw new FileFault(errorNumbers.notDirectory, path, to);
      if (inode.kind !== 'directory' && old.kind === 'directory')
        throw new FileFault(errorNumbers.isDirectory, path, to);
      if (old.kind === 'directory' && old.entries.size > 0) throw new FileFault(errorNumbers.notEmpty, path, to);
      old.links -= 1;
    }
    source.directory.entries.delete(source.name);
    target.directory.entries.set(target.name, inode);
    for (const directory of [source.directory, target.directory]) directory.modifiedNs = nowNs;
    if (inode.kind === 'directory') {
      inode.parent = target.directory;
      inode.name = target.name;
    }
  }

  /** link(2) */
  link(from: DirectoryInode, path: string, to: string, nowNs: Nanoseconds): void {
    const inode = this.lookUp(from, path, false);
    if (inode.kind === 'directory') throw new FileFault(1, path, to);
    const place = this.place(from, to, false);
    if (place.inode !== null) throw new FileFault(errorNumbers.exists, path, to);
    this.add(place, inode, to, nowNs);
  }

  symbolicLink(from: DirectoryInode, target: string, path: string, nowNs: Nanoseconds): void {
    const place = this.place(from, path, false);
    if (place.inode !== null) throw new FileFault(errorNumbers.exists, target, path);
    this.add(place, new LinkInode(this.newNumber(), target, nowNs), path, nowNs);
  }

  /** The absolute path of a directory. */
  pathOf(directory: DirectoryInode): string {
    const parts: string[] = [];
    for (let at = directory; at !== this.root; at = at.parent) parts.unshift(at.name);
    return `/${parts.join('/')}`;
  }

  /** Puts a file there before the run begins, with the directories above it. */
  install(from: DirectoryInode, path: string, content: Uint8Array): void {
    const slash = path.lastIndexOf('/');
    if (slash > 0) this.makeDirectories(this.absolute(from, path.slice(0, slash)));
    const flags = { reads: false, writes: true, appends: false, creates: true, isExclusive: false, truncates: true };
    const file = this.open(from, path, { ...flags, mode: 0o644 }, 0);
    if (file instanceof RegularFile) file.inode.write(0, content, 0);
  }

  private absolute(from: DirectoryInode, path: string): string {
    return path.startsWith('/') ? path : `${this.pathOf(from)}/${path}`;
  }

  private makeDirectories(path: string): void {
    let at = '';
    for (const part of path.split('/').filter((name) => name !== '')) {
      at += `/${part}`;
      if (this.place(this.root, at, true).inode === null) this.makeDirectory(this.root, at, 0o755, 0);
    }
  }

  private contains(directory: DirectoryInode, inner: DirectoryInode): boolean {
    for (let at = inner; at !== this.root; at = at.parent) if (at === directory) return true;
    return false;
  }

  private existing(from: DirectoryInode, path: string, to: string | null = null): Place & { readonly inode: Inode } {
    const place = this.place(from, path, false);
    if (place.inode === null) throw new FileFault(errorNumbers.noEntry, path, to);
    return place as Place & { readonly inode: Inode };
  }

  private add(place: Place, inode: Inode, path: string, nowNs: Nanoseconds): Inode {
    if ((place.directory.mode & writeBits) === 0) throw new FileFault(errorNumbers.permissionDenied, path);
    place.directory.entries.set(place.name, inode);
    place.directory.modifiedNs = nowNs;
    inode.links += 1;
    return inode;
  }

  private remove(place: Place & { readonly inode: Inode }, path: string, nowNs: Nanoseconds): void {
    if ((place.directory.mode & writeBits) === 0) throw new FileFault(errorNumbers.permissionDenied, path);
    place.directory.entries.delete(place.name);
    place.directory.modifiedNs = nowNs;
    place.inode.links -= 1;
  }

  private newNumber(): number {
    this.nextNumber += 1;
    return this.nextNumber - 1;
  }

  /** Walks along a path; symbolic links on the way are followed, the last one if so said. */
  private place(from: DirectoryInode, path: string, followsLast: boolean): Place {
    if (path === '') throw new FileFault(errorNumbers.noEntry, path);
    let directory = path.startsWith('/') ? this.root : from;
    let parts = namesOf(path);
    const mustBeDirectory = path.endsWith('/');
    for (let links = 0; parts.length > 0;) {
      const name = parts[0] as string;
      parts = parts.slice(1);
      const isLast = parts.length === 0;
      const inode = name === '..' ? directory.parent : (directory.entries.get(name) ?? null);
      if (inode?.kind === 'link' && (!isLast || followsLast || mustBeDirectory)) {
        links += 1;
        if (links > mostLinks) throw new FileFault(errorNumbers.tooManyLinks, path);
        if (inode.target.startsWith('/')) directory = this.root;
        parts = [...namesOf(inode.target), ...parts];
      } else if (isLast && name !== '..') return lastPlace({ directory, name, inode }, path);
      else directory = mustHaveDirectory(inode, path);
    }
    return { directory: directory.parent, name: directory.name, inode: directory };
  }
}

function namesOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

function lastPlace(place: Place, path: string): Place {
  if (path.endsWith('/') && place.inode !== null) mustHaveDirectory(place.inode, path);
  return place;
}

function mustHaveDirectory(inode: Inode | null, path: string): DirectoryInode {
  if (inode === null) throw new FileFault(errorNumbers.noEntry, path);
  if (inode.kind !== 'directory') throw new FileFault(errorNumbers.notDirectory, path);
  return inode;
}
