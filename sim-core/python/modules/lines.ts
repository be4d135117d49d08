/** `_lines`: the source files the interpreter has read, for linecache and inspect. */
import { PyList } from '../objects/py-list.ts';
import { PyModule } from '../objects/py-module.ts';
import { between, native } from '../builtins/define.ts';
import { programFileName } from '../vm/program-path.ts';
import { lineMark } from '../vm/traceback/stack-entries.ts';
import { fillModule } from './native-class.ts';

const functions = [
  native('getline', between(2, 3), (thread, args) => {
    const line = thread.interpreter.sourceLine(
      programFileName(thread.interpreter.machine, String(args[0])),
      Number(args[1]),
    );
    return line === undefined ? '' : `${line.replace(lineMark, '')}\n`;
  }),
  native('getlines', between(1, 2), (thread, args) => {
    const lines =
      thread.interpreter.sourceLines.get(programFileName(thread.interpreter.machine, String(args[0]))) ?? [];
    const own = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
    return new PyList(own.map((line) => `${line.replace(lineMark, '')}\n`));
  }),
];

export function makeLinesModule(): PyModule {
  return fillModule(new PyModule('_lines'), functions);
}
