/** The module `builtins`: functions, types, exceptions, constants. Models: Python/bltinmodule.c. */
import { publicTypes } from '../objects/builtin-types.ts';
import { exceptionTypes } from '../objects/exception-types.ts';
import { PyModule } from '../objects/py-module.ts';
import { ellipsis, notImplemented } from '../objects/py-singletons.ts';
import { BUILD_CLASS } from './build-class.ts';
import { conversionFunctions } from './conversion-functions.ts';
import { executionFunctions } from './execution-functions.ts';
import { inputOutputFunctions } from './input-output-functions.ts';
import { iterationFunctions } from './iteration-functions.ts';
import { iterationTypes } from './iteration-types.ts';
import { objectFunctions } from './object-functions.ts';
import { openFunction } from '../modules/io/open.ts';
import './generic-alias.ts';
import './type-methods.ts';

/** A fresh module object: each process may change its own. */
export function builtinsModule(): PyModule {
  const module = new PyModule('builtins', 'Built-in functions, types, exceptions, and other objects.');
  const { dict } = module;
  for (const type of [...publicTypes, ...iterationTypes]) dict.set(type.name, type);
  for (const [name, type] of exceptionTypes) dict.set(name, type);
  for (const name of ['EnvironmentError', 'IOError']) dict.set(name, exceptionTypes.get('OSError') ?? null);
  const functions = [
    ...objectFunctions,
    ...iterationFunctions,
    ...conversionFunctions,
    ...inputOutputFunctions,
    ...executionFunctions,
    openFunction,
  ];
  for (const fn of functions) dict.set(fn.name, fn);
  dict.set('__build_class__', BUILD_CLASS);
  dict.set('NotImplemented', notImplemented);
  dict.set('Ellipsis', ellipsis);
  dict.set('None', null);
  dict.set('True', true);
  dict.set('False', false);
  dict.set('__debug__', true);
  return module;
}
