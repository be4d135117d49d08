/** types.FunctionType(code, globals, ...): a function out of its parts. Models: func_new in Objects/funcobject.c. */
import { fastFree } from '../compiler/code-object.ts';
import { functionType, typeOf } from '../objects/builtin-types.ts';
import { LoadedCode } from '../objects/loaded-code.ts';
import { PyCell } from '../objects/py-cell.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { textOf } from '../vm/compare.ts';
import { raised } from '../vm/raise.ts';
import type { PyRaise } from '../vm/raise.ts';
import { constructor, named } from './define.ts';

function wrongArgument(name: string, wanted: string, given: Value): PyRaise {
  return raised('TypeError', `function() argument '${name}' must be ${wanted}, not ${typeOf(given).title}`);
}

function closureOf(code: LoadedCode, given: Value): readonly PyCell[] {
  const { name, localsPlusKinds } = code.source;
  const needed = localsPlusKinds.filter((kind) => (kind & fastFree) !== 0).length;
  if (needed > 0 && !(given instanceof PyTuple)) throw raised('TypeError', 'arg 5 (closure) must be tuple');
  if (!(given instanceof PyTuple) && given !== null) throw raised('TypeError', 'arg 5 (closure) must be None or tuple');
  const cells = given instanceof PyTuple ? given.items : [];
  if (cells.length !== needed)
    throw raised('ValueError', `${name} requires closure of length ${needed}, not ${cells.length}`);
  for (const cell of cells)
    if (!(cell instanceof PyCell))
      throw raised('TypeError', `arg 5 (closure) expected cell, found ${typeOf(cell).title}`);
  return cells as readonly PyCell[];
}

constructor(functionType, named(2, 'code', 'globals', 'name', 'argdefs', 'closure', 'kwdefaults'), (_thread, args) => {
  const [, code = null, globals = null, name = null, defaults = null, closure = null, keywordDefaults = null] = args;
  if (!(code instanceof LoadedCode)) throw wrongArgument('code', 'code', code);
  if (!(globals instanceof PyDict)) throw wrongArgument('globals', 'dict', globals);
  if (name !== null && textOf(name) === null) throw raised('TypeError', 'arg 3 (name) must be None or string');
  if (defaults !== null && !(defaults instanceof PyTuple))
    throw raised('TypeError', 'arg 4 (defaults) must be None or tuple');
  const made = new PyFunction(code, globals);
  made.closure = closureOf(code, closure);
  made.name = textOf(name) ?? made.name;
  made.defaults = defaults;
  if (keywordDefaults instanceof PyDict) made.keywordDefaults = keywordDefaults;
  return made;
});
