/** CPython 3.13's words for attributes that are missing or cannot be set. */
import { typeOf } from '../objects/builtin-types.ts';
import type { PyModule } from '../objects/py-module.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { isMissingName } from '../modules/missing-names.ts';
import { raisedWith, raised, Unsupported } from './raise.ts';
import type { PyRaise } from './raise.ts';

export function attributeError(owner: Value, name: string, isStore = false): PyRaise {
  const type = typeOf(owner);
  const what = owner instanceof PyType ? `type object '${owner.title}'` : `'${type.title}' object`;
  const reason = isStore && !type.hasInstanceDict ? ' and no __dict__ for setting new attributes' : '';
  return raisedWith('AttributeError', `${what} has no attribute '${name}'${reason}`, { name, obj: owner });
}

/** A name that CPython's module has and ours lacks is not simulated: nothing that the program could be told as an AttributeError. */
export class MissingName extends Unsupported {}

export function missingModuleAttribute(owner: PyModule, name: string): PyRaise | MissingName {
  const missing = missingName(owner, name);
  if (missing !== null) return missing;
  return raisedWith('AttributeError', `module '${owner.name}' has no attribute '${name}'`, { name, obj: owner });
}

/** Null where CPython's module has no such name either, or the module is the program's own. */
export function missingName(module: PyModule, name: string): MissingName | null {
  const file = module.dict.getText('__file__');
  const isLibrary = typeof file !== 'string' || file.startsWith('/usr/local/lib/');
  return isLibrary && isMissingName(module.name, name) ? new MissingName(`'${name}' of module '${module.name}'`) : null;
}

export function readOnlyAttribute(owner: Value, name: string): PyRaise {
  return raised('AttributeError', `'${typeOf(owner).title}' object attribute '${name}' is read-only`);
}
