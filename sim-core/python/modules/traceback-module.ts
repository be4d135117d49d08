/** `_traceback`: what the module traceback prints, made by the same code that prints uncaught exceptions. */
import type { PyException } from '../objects/py-exception.ts';
import { PyList } from '../objects/py-list.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyTraceback } from '../objects/py-traceback.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { exactly, native, nativeSteps } from '../builtins/define.ts';
import { exceptionOnlyPieces, exceptionPieces } from '../vm/traceback/exception-text.ts';
import { entryText } from '../vm/traceback/frame-lines.ts';
import { stackEntries } from '../vm/traceback/stack-entries.ts';
import { fillModule } from './native-class.ts';

const functions = [
  /** (exception, traceback, limit or None, chain, compact, max_group_width, max_group_depth) → its pieces. */
  nativeSteps('pieces', exactly(7), function* pieces(thread, args) {
    const [exception, traceback, limit, isChained, isCompact, width, depth] = args;
    const options = {
      limit: typeof limit === 'number' ? limit : null,
      isChained: isChained === true,
      isCompact: isCompact === true,
      groupWidth: Number(width),
      groupDepth: Number(depth),
    };
    return new PyList(
      yield* exceptionPieces(
        thread,
        exception as PyException,
        traceback instanceof PyTraceback ? traceback : null,
        options,
      ),
    );
  }),
  nativeSteps('only', exactly(2), function* only(thread, args) {
    return new PyList(yield* exceptionOnlyPieces(thread, args[0] as PyException, args[1] === true));
  }),
  /** (traceback) → [(file name, line, end line, column, end column, name, source)] */
  native('entries', exactly(1), (thread, args) => {
    const entries = stackEntries(thread.interpreter, args[0] instanceof PyTraceback ? args[0] : null);
    return new PyList(
      entries.map(({ fileName, line, column, endColumn, sourceLines, name }) => {
        const endLine = line + sourceLines.length - 1;
        return new PyTuple([fileName, line, endLine, column, endColumn, name, `${sourceLines.join('\n')}\n`]);
      }),
    );
  }),
  /** (file name, line, name, source or None, column or None, end column or None) → 'File …' and what stands below it. */
  native('entry_text', exactly(6), (thread, args) => {
    const [fileName, line, name, source, column, endColumn] = args as readonly Value[];
    return entryText(thread.interpreter.machine.parser, {
      fileName: String(fileName),
      line: Number(line),
      name: String(name),
      sourceLines: typeof source === 'string' ? source.replace(/\n$/, '').split('\n') : [],
      column: typeof column === 'number' ? column : null,
      endColumn: typeof endColumn === 'number' ? endColumn : null,
    });
  }),
];

export function makeTracebackModule(): PyModule {
  return fillModule(new PyModule('_traceback'), functions);
}
