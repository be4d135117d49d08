/** How a system call on files fails: the number in errno.h, as the caller sees it. */
export class FileFault {
  readonly errno: number;
  /** The path it concerns, and the second one of rename and link. */
  readonly path: string | null;
  readonly otherPath: string | null;

  constructor(errno: number, path: string | null = null, otherPath: string | null = null) {
    this.errno = errno;
    this.path = path;
    this.otherPath = otherPath;
  }
}

export const errorNumbers = {
  noEntry: 2,
  badDescriptor: 9,
  permissionDenied: 13,
  exists: 17,
  crossDevice: 18,
  notDirectory: 20,
  isDirectory: 21,
  invalid: 22,
  illegalSeek: 29,
  notEmpty: 39,
  tooManyLinks: 40,
} as const;
