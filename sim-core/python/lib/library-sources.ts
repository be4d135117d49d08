/** The modules of our library that are Python in CPython: their text, by the name programs import them by. */
import threading from './threading.py?raw';

export interface LibrarySource {
  /** Relative to the library folder, as tracebacks show it. */
  readonly path: string;
  readonly text: string;
}

const modules: ReadonlyMap<string, string> = new Map([['threading', threading]]);
const packages: ReadonlyMap<string, string> = new Map<string, string>([]);

export function librarySource(name: string): LibrarySource | undefined {
  const path = name.split('.').join('/');
  const module = modules.get(name);
  if (module !== undefined) return { path: `${path}.py`, text: module };
  const text = packages.get(name);
  return text === undefined ? undefined : { path: `${path}/__init__.py`, text };
}
