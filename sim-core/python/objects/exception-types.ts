/** The built-in exceptions. Models: the tree of Objects/exceptions.c in 3.13. */
import { objectType, typeType } from './builtin-types.ts';
import { PyType } from './py-type.ts';

/** Indentation is inheritance. */
const tree = `
BaseException
  BaseExceptionGroup
  GeneratorExit
  KeyboardInterrupt
  SystemExit
  Exception
    ArithmeticError
      FloatingPointError
      OverflowError
      ZeroDivisionError
    AssertionError
    AttributeError
    BufferError
    EOFError
    ImportError
      ModuleNotFoundError
    LookupError
      IndexError
      KeyError
    MemoryError
    NameError
      UnboundLocalError
    OSError
      BlockingIOError
      ChildProcessError
      ConnectionError
        BrokenPipeError
        ConnectionAbortedError
        ConnectionRefusedError
        ConnectionResetError
      FileExistsError
      FileNotFoundError
      InterruptedError
      IsADirectoryError
      NotADirectoryError
      PermissionError
      ProcessLookupError
      TimeoutError
    ReferenceError
    RuntimeError
      NotImplementedError
      PythonFinalizationError
      RecursionError
    StopAsyncIteration
    StopIteration
    SyntaxError
      IndentationError
        TabError
    SystemError
    TypeError
    ValueError
      UnicodeError
        UnicodeDecodeError
        UnicodeEncodeError
        UnicodeTranslateError
    Warning
      BytesWarning
      DeprecationWarning
      EncodingWarning
      FutureWarning
      ImportWarning
      PendingDeprecationWarning
      ResourceWarning
      RuntimeWarning
      SyntaxWarning
      UnicodeWarning
      UserWarning
`;

export const exceptionTypes: ReadonlyMap<string, PyType> = makeTree();

function makeTree(): Map<string, PyType> {
  const types = new Map<string, PyType>();
  const path: PyType[] = [];
  for (const line of tree.split('\n')) {
    const name = line.trim();
    if (name === '') continue;
    const depth = (line.length - name.length) / 2;
    const base = depth === 0 ? objectType : (path[depth - 1] as PyType);
    const type = exceptionType(name, [base]);
    path[depth] = type;
    types.set(name, type);
  }
  types.set(
    'ExceptionGroup',
    exceptionType('ExceptionGroup', [types.get('BaseExceptionGroup') as PyType, types.get('Exception') as PyType]),
  );
  return types;
}

function exceptionType(name: string, bases: readonly PyType[]): PyType {
  return new PyType({
    name,
    bases,
    layout: 'exception',
    metatype: typeType,
    hasInstanceDict: true,
    moduleName: 'builtins',
  });
}

/** A built-in exception type by name. */
export function exceptionNamed(name: string): PyType {
  const type = exceptionTypes.get(name);
  if (type === undefined) throw new RangeError(`no exception ${name}`);
  return type;
}
