/** os.DirEntry: what os.scandir() gives. Models: Modules/posixmodule.c; the type of an entry is known without a system call. */
import type { Inode } from '../../../kernel/file-system/inode.ts';
import { PyBytes } from '../../objects/py-bytes.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import type { Value } from '../../objects/value.ts';
import { attribute, exactly, method, named } from '../../builtins/define.ts';
import { encodeText } from '../../values/text/encode.ts';
import { truthQuickly } from '../../vm/truth.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { nativeClass } from '../native-class.ts';
import { statResult } from './stat-result.ts';

export const directoryEntryType = nativeClass('posix', 'DirEntry');

export class DirectoryEntry extends PyInstance {
  readonly entryName: string;
  readonly path: string;
  readonly inode: Inode;
  readonly isBytes: boolean;

  constructor(entryName: string, path: string, inode: Inode, isBytes: boolean) {
    super(directoryEntryType);
    this.entryName = entryName;
    this.path = path;
    this.inode = inode;
    this.isBytes = isBytes;
  }
}

const own = (self: Value | undefined): DirectoryEntry => self as DirectoryEntry;

/** The inode behind a symbolic link, unless it is not to be followed; null where it leads nowhere. */
function followed(thread: PyThread, entry: DirectoryEntry, follows: Value | undefined): Inode | null {
  if (entry.inode.kind !== 'link' || (follows !== undefined && truthQuickly(follows) === false)) return entry.inode;
  try {
    return thread.kernel.fileSystem.lookUp(thread.interpreter.process.workingDirectory, entry.path);
  } catch {
    return null;
  }
}

/** A name as the program wants it: str, or bytes where it gave bytes. */
export function nameValue(name: string, isBytes: boolean): Value {
  return isBytes ? new PyBytes(encodeText(name, 'utf-8', 'surrogateescape')) : name;
}

attribute(directoryEntryType, 'name', (self) => nameValue(own(self).entryName, own(self).isBytes));
attribute(directoryEntryType, 'path', (self) => nameValue(own(self).path, own(self).isBytes));
method(directoryEntryType, 'is_dir', { least: 0, most: 0, names: ['follow_symlinks'] }, (thread, args) => {
  return followed(thread, own(args[0]), args[1])?.kind === 'directory';
});
method(directoryEntryType, 'is_file', { least: 0, most: 0, names: ['follow_symlinks'] }, (thread, args) => {
  return followed(thread, own(args[0]), args[1])?.kind === 'file';
});
method(directoryEntryType, 'is_symlink', exactly(0), (_thread, args) => own(args[0]).inode.kind === 'link');
method(directoryEntryType, 'is_junction', exactly(0), () => false);
method(directoryEntryType, 'inode', exactly(0), (_thread, args) => own(args[0]).inode.number);
method(directoryEntryType, 'stat', named(0, 'follow_symlinks'), (thread, args) =>
  statResult(followed(thread, own(args[0]), args[1]) ?? own(args[0]).inode),
);
method(directoryEntryType, '__fspath__', exactly(0), (_thread, args) =>
  nameValue(own(args[0]).path, own(args[0]).isBytes),
);
method(directoryEntryType, '__repr__', exactly(0), (_thread, args) => `<DirEntry '${own(args[0]).entryName}'>`);
