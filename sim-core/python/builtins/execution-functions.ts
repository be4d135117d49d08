/** globals(), locals(), exec(), eval(), compile(), __import__(). Models: Python/bltinmodule.c. */
import { typeOf } from '../objects/builtin-types.ts';
import { LoadedCode } from '../objects/loaded-code.ts';
import type { NativeFunction } from '../objects/native-function.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { compileSource } from '../compiler/compile.ts';
import { textOf } from '../vm/compare.ts';
import { PyFrame } from '../vm/frame.ts';
import type { Frame } from '../vm/frame.ts';
import { importSteps, moduleFrame } from '../vm/import.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { makeException, PyRaise, raised } from '../vm/raise.ts';
import { syntaxErrorOf } from '../vm/syntax-error.ts';
import { anyNumber, between, exactly, named, native, nativeSteps } from './define.ts';

type Mode = 'exec' | 'eval' | 'single';

export const executionFunctions: readonly NativeFunction[] = [
  native('globals', exactly(0), (thread) => callerOf(thread.frame)?.globals ?? new PyDict()),
  native('locals', exactly(0), (thread) => thread.interpreter.locals(thread)),
  nativeSteps('exec', named(1, 'source', 'globals', 'locals'), function* exec(thread, args) {
    yield* runSource(thread, args[0] as Value, namespaces(thread, args[1], args[2]), 'exec');
    return null;
  }),
  nativeSteps('eval', named(1, 'source', 'globals', 'locals'), function* evaluateText(thread, args) {
    return yield* runSource(thread, args[0] as Value, namespaces(thread, args[1], args[2]), 'eval');
  }),
  native('compile', named(3, 'source', 'filename', 'mode', 'flags', 'dont_inherit', 'optimize'), (thread, args) => {
    return compileText(thread, textOf(args[0] as Value) ?? '', {
      fileName: textOf(args[1] as Value) ?? '<string>',
      mode: textOf(args[2] as Value) as Mode,
    });
  }),
  nativeSteps(
    '__import__',
    named(1, 'name', 'globals', 'locals', 'fromlist', 'level'),
    function* importByName(thread, args) {
      const fromList = args[3] instanceof PyTuple && args[3].items.length > 0 ? args[3] : null;
      return yield* importSteps(thread, textOf(args[0] as Value) ?? '', fromList);
    },
  ),
  native('breakpoint', anyNumber(true), () => null),
  native('help', between(0, 1), () => null),
  ...['exit', 'quit'].map((name) =>
    native(name, between(0, 1), (_thread, args) => {
      throw new PyRaise(makeException('SystemExit', args[0] ?? null));
    }),
  ),
];

function compileText(thread: PyThread, source: string, options: { fileName: string; mode: Mode }): LoadedCode {
  const result = compileSource(thread.interpreter.machine.parser, source, options);
  if (result.kind === 'syntax-error') throw new PyRaise(syntaxErrorOf(result.error, options.fileName));
  return thread.interpreter.load(result.code, false);
}

interface Namespaces {
  readonly globals: PyDict;
  readonly locals: PyDict;
}

function namespaces(thread: PyThread, globals: Value | undefined, locals: Value | undefined): Namespaces {
  const caller = callerOf(thread.frame);
  if (globals === undefined || globals === null) {
    const own = caller?.globals ?? new PyDict();
    return { globals: own, locals: locals instanceof PyDict ? locals : thread.interpreter.locals(thread) };
  }
  if (!(globals instanceof PyDict)) throw raised('TypeError', `globals must be a dict, not ${typeOf(globals).title}`);
  return { globals, locals: locals instanceof PyDict ? locals : globals };
}

function* runSource(
  thread: PyThread,
  source: Value,
  spaces: Namespaces,
  mode: Mode,
): Generator<undefined, Value, Value> {
  const text = textOf(source);
  if (text === null && !(source instanceof LoadedCode))
    throw raised('TypeError', `${mode}() arg 1 must be a string, bytes or code object`);
  const code =
    text === null
      ? (source as LoadedCode)
      : compileText(thread, mode === 'eval' ? text.replace(/^[ \t]+/, '') : text, { fileName: '<string>', mode });
  if (spaces.globals.getText('__builtins__') === undefined)
    spaces.globals.set('__builtins__', thread.interpreter.builtins);
  const frame = moduleFrame(thread, code, spaces.globals, null);
  frame.namespace = spaces.locals;
  thread.pushFrame(frame);
  return yield;
}

/** The innermost Python frame: that of the caller of a native function. */
export function callerOf(frame: Frame | null): PyFrame | null {
  let at = frame;
  while (at !== null && !(at instanceof PyFrame)) at = at.back;
  return at;
}
