/** What sys.stdin, sys.stdout and sys.stderr are just now: the program may have put something else there. */
import { PyModule } from '../objects/py-module.ts';
import type { Value } from '../objects/value.ts';
import type { PyThread } from './py-thread.ts';

export function standardStream(thread: PyThread, name: 'stdin' | 'stdout' | 'stderr'): Value {
  const sys = thread.interpreter.modules.getText('sys');
  const stream = sys instanceof PyModule ? sys.dict.getText(name) : undefined;
  return stream === undefined ? thread.interpreter[name] : stream;
}
