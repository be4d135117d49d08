/** Checks of arguments by constructors that take any number, so that they can say it in CPython's words (Python/getargs.c). */
import type { KeywordArguments, NativeArguments } from '../../objects/native-function.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { raised } from '../../vm/raise.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { PyType as TypeClass } from '../../objects/py-type.ts';

/** `args` begins with the class or `self`, which does not count. */
export function checkCount(name: string, args: NativeArguments, least: number, most: number): void {
  const given = args.length - 1;
  if (given >= least && given <= most) return;
  const bound = given < least ? least : most;
  const quantity = least === most ? '' : given < least ? 'at least ' : 'at most ';
  throw raised('TypeError', `${name} expected ${quantity}${bound} argument${bound === 1 ? '' : 's'}, got ${given}`);
}

export function refuseKeywords(name: string, keywords: KeywordArguments | null): void {
  if (keywords !== null && keywords.size > 0) throw raised('TypeError', `${name}() takes no keyword arguments`);
}

/** The class that a `__new__` was given. */
export function classArgument(args: NativeArguments, builtin: PyType): PyType {
  const type = args[0] as Value;
  if (type === builtin) return builtin;
  if (!(type instanceof TypeClass))
    throw raised('TypeError', `${builtin.name}.__new__(X): X is not a type object (${typeOf(type).title})`);
  if (!type.isSubtypeOf(builtin)) {
    throw raised(
      'TypeError',
      `${builtin.name}.__new__(${type.name}): ${type.name} is not a subtype of ${builtin.name}`,
    );
  }
  return type;
}

/** How argument errors name the type of what was given (_PyArg_BadArgument). */
export function shownType(value: Value): string {
  return value === null ? 'None' : typeOf(value).name;
}
