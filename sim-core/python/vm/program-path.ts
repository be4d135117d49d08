/**
 * Where the files of the program stand on the simulated machine. They are told by the names they were given (`main.py`) in traces and links;
 * Python shows a program's files by their absolute paths, even where it was started as `python3 main.py` (since 3.9).
 */
import type { Machine } from './machine.ts';

/** The directory that a program is started from. */
export const homeDirectory = '/home/student';

/** What `__file__`, co_filename and tracebacks say. */
export function programPath(machine: Machine, fileName: string): string {
  if (fileName.startsWith('/') || !machine.files.some((file) => file.name === fileName)) return fileName;
  return `${homeDirectory}/${fileName}`;
}

/** The name of the file of the program that has this path; another path stays as it is. */
export function programFileName(machine: Machine, path: string): string {
  const name = path.startsWith(`${homeDirectory}/`) ? path.slice(homeDirectory.length + 1) : path;
  return machine.files.some((file) => file.name === name) ? name : path;
}

/** sys.path[0]. */
export function programDirectory(machine: Machine): string {
  const path = programPath(machine, machine.files[0]?.name ?? '');
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
