/** What a fault of the file system becomes in Python: OSError's subclass by number, with Linux's text and the paths concerned. */
import { errorNumbers } from '../../../kernel/file-system/file-fault.ts';
import type { FileFault } from '../../../kernel/file-system/file-fault.ts';
import { errnoTypes } from '../../builtins/errno-types.ts';
import type { Value } from '../../objects/value.ts';
import { raised } from '../../vm/raise.ts';
import type { PyRaise } from '../../vm/raise.ts';

const texts: ReadonlyMap<number, string> = new Map([
  [1, 'Operation not permitted'],
  [errorNumbers.noEntry, 'No such file or directory'],
  [errorNumbers.badDescriptor, 'Bad file descriptor'],
  [errorNumbers.permissionDenied, 'Permission denied'],
  [errorNumbers.exists, 'File exists'],
  [errorNumbers.crossDevice, 'Invalid cross-device link'],
  [errorNumbers.notDirectory, 'Not a directory'],
  [errorNumbers.isDirectory, 'Is a directory'],
  [errorNumbers.invalid, 'Invalid argument'],
  [25, 'Inappropriate ioctl for device'],
  [errorNumbers.illegalSeek, 'Illegal seek'],
  [errorNumbers.notEmpty, 'Directory not empty'],
  [errorNumbers.tooManyLinks, 'Too many levels of symbolic links'],
  [4, 'Interrupted system call'],
  [10, 'No child processes'],
  [11, 'Resource temporarily unavailable'],
  [12, 'Cannot allocate memory'],
  [16, 'Device or resource busy'],
  [24, 'Too many open files'],
  [28, 'No space left on device'],
  [32, 'Broken pipe'],
  [88, 'Socket operation on non-socket'],
  [95, 'Operation not supported'],
  [98, 'Address already in use'],
  [99, 'Cannot assign requested address'],
  [101, 'Network is unreachable'],
  [103, 'Software caused connection abort'],
  [104, 'Connection reset by peer'],
  [106, 'Transport endpoint is already connected'],
  [107, 'Transport endpoint is not connected'],
  [110, 'Connection timed out'],
  [111, 'Connection refused'],
  [113, 'No route to host'],
  [115, 'Operation now in progress'],
]);

export function errorText(errno: number): string {
  return texts.get(errno) ?? `Unknown error ${errno}`;
}

/** `paths` are those the program gave, to be shown in its message. */
export function fileError(errno: number, ...paths: Value[]): PyRaise {
  const type = errnoTypes.get(errno) ?? 'OSError';
  const [first, second] = paths;
  if (first === undefined) return raised(type, errno, errorText(errno));
  if (second === undefined) return raised(type, errno, errorText(errno), first);
  return raised(type, errno, errorText(errno), first, null, second);
}

export function errorOfFault(fault: FileFault): PyRaise {
  return fileError(fault.errno, ...[fault.path, fault.otherPath].filter((path) => path !== null));
}
