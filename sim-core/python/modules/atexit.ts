/** The module `atexit`. Models: Modules/atexitmodule.c. */
import { PyModule } from '../objects/py-module.ts';
import type { Value } from '../objects/value.ts';
import { anyNumber, exactly, native } from '../builtins/define.ts';

const functions = [
  native('register', anyNumber(true, 1), (thread, args, keywords) => {
    const [callable, ...rest] = args as readonly Value[];
    thread.interpreter.exitCallbacks.push({
      callable: callable as Value,
      args: [...rest, ...(keywords?.values() ?? [])],
      keywordNames: [...(keywords?.keys() ?? [])],
    });
    return callable as Value;
  }),
  native('unregister', exactly(1), (thread, args) => {
    thread.interpreter.exitCallbacks = thread.interpreter.exitCallbacks.filter(
      (callback) => callback.callable !== args[0],
    );
    return null;
  }),
  native('_clear', exactly(0), (thread) => {
    thread.interpreter.exitCallbacks = [];
    return null;
  }),
];

export function makeAtexitModule(): PyModule {
  const module = new PyModule('atexit');
  for (const fn of functions) module.dict.set(fn.name, fn);
  return module;
}
