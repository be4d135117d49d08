import { expect, test } from 'vitest';
import { FileFault } from './file-fault.ts';
import { FileSystem } from './file-system.ts';
import { RegularFile } from './regular-file.ts';

const reading = {
  reads: true,
  writes: false,
  appends: false,
  creates: false,
  isExclusive: false,
  truncates: false,
  mode: 0o644,
};
const writing = { ...reading, reads: false, writes: true, creates: true };

/** A tree with /home/student/a/b.txt, a link to it and a link to itself. */
function tree(): FileSystem {
  const files = new FileSystem();
  files.install(files.root, '/home/student/a/b.txt', Uint8Array.of(1, 2, 3));
  files.symbolicLink(files.root, 'a/b.txt', '/home/student/link', 5);
  files.symbolicLink(files.root, 'loop', '/home/student/loop', 5);
  return files;
}

function faultOf(action: () => unknown): number | null {
  try {
    action();
    return null;
  } catch (fault) {
    if (fault instanceof FileFault) return fault.errno;
    throw fault;
  }
}

test.each([
  ['a/b.txt', 'file'],
  ['./a//../a/b.txt', 'file'],
  ['/home/student', 'directory'],
  ['../..', 'directory'],
  ['link', 'file'],
])('%s leads to a %s', (path, kind) => {
  const files = tree();
  expect(files.lookUp(files.directory(files.root, '/home/student'), path).kind).toBe(kind);
});

test.each<[string, number | null, (files: FileSystem) => unknown]>([
  ['no such name', 2, (files) => files.lookUp(files.root, '/home/x')],
  ['a file as a directory', 20, (files) => files.lookUp(files.root, '/home/student/a/b.txt/c')],
  ['a circle of links', 40, (files) => files.lookUp(files.root, '/home/student/loop')],
  ['a name that is there', 17, (files) => files.makeDirectory(files.root, '/home', 0o755, 0)],
  ['a directory that is not empty', 39, (files) => files.removeDirectory(files.root, '/home/student/a', 0)],
  ['unlink of a directory', 21, (files) => files.removeFile(files.root, '/home/student/a', 0)],
  ['writing a directory', 21, (files) => files.open(files.root, '/home', writing, 0)],
  ['a directory into itself', 22, (files) => files.rename(files.root, '/home/student', '/home/student/a/c', 0)],
  [
    'an exclusive file that is there',
    17,
    (files) => files.open(files.root, '/home/student/link', { ...writing, isExclusive: true }, 0),
  ],
  ['a rename over a file', null, (files) => files.rename(files.root, '/home/student/link', '/home/student/a/b.txt', 0)],
])('%s is error %s', (_name, errno, action) => {
  expect(faultOf(() => action(tree()))).toBe(errno);
});

test('a file that is removed while it is open can still be read; its name is free', () => {
  const files = tree();
  const file = files.open(files.root, '/home/student/a/b.txt', reading, 0);
  files.removeFile(files.root, '/home/student/a/b.txt', 0);
  expect(file instanceof RegularFile && Array.from(file.inode.read(1, 9))).toEqual([2, 3]);
  expect(faultOf(() => files.lookUp(files.root, '/home/student/link'))).toBe(2);
});
