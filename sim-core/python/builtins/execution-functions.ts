/** globals(), locals(), exec(), eval(), compile(), __import__(). Models: Python/bltinmodule.c. */
import { typeOf } from '../objects/builtin-types.ts';
import { LoadedCode } from '../objects/loaded-code.ts';
import type { NativeFunction } from '../objects/native-function.ts';
import { PyCell } from '../objects/py-cell.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { fastFree } from '../compiler/code-object.ts';
import { compileSource } from '../compiler/compile.ts';
import { textOf } from '../vm/compare.ts';
import { PyFrame } from '../vm/frame.ts';
import type { Frame } from '../vm/frame.ts';
import { importSteps, moduleFrame } from '../vm/import.ts';
import { callSteps } from '../vm/invoke.ts';
import { sysAttribute } from '../vm/print-exception.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { makeException, PyRaise, raised, Unsupported } from '../vm/raise.ts';
import { syntaxErrorOf } from '../vm/syntax-error.ts';
import type { CompileError } from '../vm/syntax-error.ts';
import { anyNumber, between, exactly, named, native, nativeSteps } from './define.ts';

type Mode = 'exec' | 'eval' | 'single';

export const executionFunctions: readonly NativeFunction[] = [
  native('globals', exactly(0), (thread) => callerOf(thread.frame)?.globals ?? new PyDict()),
  native('locals', exactly(0), (thread) => thread.interpreter.locals(thread)),
  nativeSteps('exec', named(1, 'source', 'globals', 'locals', 'closure'), function* exec(thread, args) {
    const spaces = namespaces(thread, 'exec', args[1], args[2]);
    yield* runSource(thread, args[0] as Value, { ...spaces, closure: args[3] ?? null }, 'exec');
    return null;
  }),
  nativeSteps('eval', named(1, 'source', 'globals', 'locals'), function* evaluateText(thread, args) {
    return yield* runSource(thread, args[0] as Value, namespaces(thread, 'eval', args[1], args[2]), 'eval');
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
  nativeSteps('breakpoint', anyNumber(true), function* breakpoint(thread, args, keywords) {
    const hook = sysAttribute(thread, 'breakpointhook');
    if (hook === undefined) throw new Unsupported('breakpoint(): the debugger pdb');
    return yield* callSteps(
      thread,
      hook,
      [...args, ...(keywords?.values() ?? [])] as Value[],
      keywords === null ? null : [...keywords.keys()],
    );
  }),
  native('help', between(0, 1), () => {
    throw new Unsupported('help()');
  }),
  ...['exit', 'quit'].map((name) =>
    native(name, between(0, 1), (_thread, args) => {
      throw new PyRaise(makeException('SystemExit', args[0] ?? null));
    }),
  ),
];

function compileText(thread: PyThread, source: string, options: { fileName: string; mode: Mode }): LoadedCode {
  const result = compileSource(thread.interpreter.machine.parser, source, options);
  if (result.kind === 'syntax-error') {
    const error = options.mode === 'eval' ? withoutNewline(result.error, source) : result.error;
    throw new PyRaise(syntaxErrorOf(error, options.fileName));
  }
  thread.interpreter.showWarnings(thread, result.warnings, options.fileName);
  return thread.interpreter.load(result.code, false);
}

/** An expression's text gets no newline of its own; what is wrong there has no column. */
function withoutNewline(error: CompileError, source: string): CompileError {
  if (source === '') return { ...error, line: 0, column: -1, endLine: 0, endColumn: -1, text: '' };
  if (source.endsWith('\n') || !error.text.endsWith('\n')) return error;
  const text = error.text.slice(0, -1);
  if (error.column < text.length) return { ...error, text };
  return { ...error, text, column: -1, endColumn: -1 };
}

interface Namespaces {
  readonly globals: PyDict;
  readonly locals: PyDict;
  readonly closure: Value;
}

function namespaces(thread: PyThread, name: string, globals: Value | undefined, locals: Value | undefined): Namespaces {
  const caller = callerOf(thread.frame);
  if (globals !== undefined && globals !== null && !(globals instanceof PyDict)) throw notADict(name, globals);
  const given = mappingOf(name, locals ?? null);
  if (globals === undefined || globals === null) {
    const own = caller?.globals ?? new PyDict();
    return { globals: own, locals: given ?? thread.interpreter.locals(thread), closure: null };
  }
  return { globals, locals: given ?? globals, closure: null };
}

function notADict(name: string, globals: Value): PyRaise {
  const title = typeOf(globals).title;
  if (name === 'exec') return raised('TypeError', `exec() globals must be a dict, not ${title}`);
  const isMapping = typeOf(globals).lookup('__getitem__') !== undefined;
  return raised(
    'TypeError',
    isMapping ? 'globals must be a real dict; try eval(code, {}, mapping)' : 'globals must be a dict',
  );
}

function mappingOf(name: string, locals: Value): PyDict | null {
  if (locals === null || locals instanceof PyDict) return locals;
  if (typeOf(locals).lookup('__getitem__') !== undefined && typeof locals === 'object')
    throw new Unsupported(`locals of ${name}() that are no dict`);
  throw raised(
    'TypeError',
    name === 'exec' ? `locals must be a mapping or None, not ${typeOf(locals).title}` : 'locals must be a mapping',
  );
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
  const closure = closureFor(source, spaces.closure, mode);
  const code =
    text === null
      ? (source as LoadedCode)
      : compileText(thread, mode === 'eval' ? text.replace(/^[ \t]+/, '') : text, { fileName: '<string>', mode });
  if (spaces.globals.getText('__builtins__') === undefined)
    spaces.globals.set('__builtins__', thread.interpreter.builtins);
  const frame = moduleFrame(thread, code, spaces.globals, null);
  frame.closure = closure;
  frame.namespace = spaces.locals;
  thread.pushFrame(frame);
  return yield;
}

/** The cells for the free variables of code that is run as it is. */
function closureFor(source: Value, closure: Value, mode: Mode): readonly PyCell[] {
  const count = source instanceof LoadedCode ? freeCount(source) : 0;
  if (!(source instanceof LoadedCode) && closure !== null)
    throw raised('TypeError', 'closure can only be used when source is a code object');
  if (mode === 'eval') {
    if (count > 0) throw raised('TypeError', 'code object passed to eval() may not contain free variables');
    return [];
  }
  if (count === 0) {
    if (closure !== null) throw raised('TypeError', 'cannot use a closure with this code object');
    return [];
  }
  const isFitting =
    closure instanceof PyTuple &&
    closure.items.length === count &&
    closure.items.every((cell) => cell instanceof PyCell);
  if (!isFitting) throw raised('TypeError', `code object requires a closure of exactly length ${count}`);
  return closure.items as unknown as readonly PyCell[];
}

function freeCount(code: LoadedCode): number {
  return code.source.localsPlusKinds.filter((kind) => (kind & fastFree) !== 0).length;
}

/** The innermost Python frame: that of the caller of a native function. */
export function callerOf(frame: Frame | null): PyFrame | null {
  let at = frame;
  while (at !== null && !(at instanceof PyFrame)) at = at.back;
  return at;
}
