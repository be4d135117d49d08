/** CPython 3.13's words for attributes that are missing or cannot be set. */
import { typeOf } from '../objects/builtin-types.ts';
import type { PyModule } from '../objects/py-module.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { raisedWith, raised } from './raise.ts';
import type { PyRaise } from './raise.ts';

export function attributeError(owner: Value, name: string, isStore = false): PyRaise {
  const type = typeOf(owner);
  const what = owner instanceof PyType ? `type object '${owner.title}'` : `'${type.title}' object`;
  const reason = isStore && !type.hasInstanceDict ? ' and no __dict__ for setting new attributes' : '';
  return raisedWith('AttributeError', `${what} has no attribute '${name}'${reason}`, { name, obj: owner });
}

export function missingModuleAttribute(owner: PyModule, name: string): PyRaise {
  return raisedWith('AttributeError', `module '${owner.name}' has no attribute '${name}'`, { name, obj: owner });
}

export function readOnlyAttribute(owner: Value, name: string): PyRaise {
  return raised('AttributeError', `'${typeOf(owner).title}' object attribute '${name}' is read-only`);
}
