/** Errors of system calls as Python sees them: OSError's subclass by number, with Linux's text. */
import { errnoTypes } from '../builtins/errno-types.ts';
import { raised } from './raise.ts';
import type { PyRaise } from './raise.ts';

const errors = {
  EPERM: [1, 'Operation not permitted'],
  ENOENT: [2, 'No such file or directory'],
  ESRCH: [3, 'No such process'],
  EINTR: [4, 'Interrupted system call'],
  EBADF: [9, 'Bad file descriptor'],
  ECHILD: [10, 'No child processes'],
  EAGAIN: [11, 'Resource temporarily unavailable'],
  EEXIST: [17, 'File exists'],
  EINVAL: [22, 'Invalid argument'],
  EMFILE: [24, 'Too many open files'],
  EPIPE: [32, 'Broken pipe'],
  EADDRINUSE: [98, 'Address already in use'],
  ECONNRESET: [104, 'Connection reset by peer'],
  EISCONN: [106, 'Transport endpoint is already connected'],
  ENOTCONN: [107, 'Transport endpoint is not connected'],
  ECONNREFUSED: [111, 'Connection refused'],
  EINPROGRESS: [115, 'Operation now in progress'],
} as const satisfies Record<string, readonly [number, string]>;
export type SystemError = keyof typeof errors;

export function osError(name: SystemError): PyRaise {
  const [number, text] = errors[name];
  return raised(errnoTypes.get(number) ?? 'OSError', number, text);
}

export function errorNumberOf(name: SystemError): number {
  return errors[name][0];
}
