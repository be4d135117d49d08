/** super(): lookups that start behind a class in the order of the object's type. Models: Objects/typeobject.c, super_getattro. */
import { superType, typeOf } from '../objects/builtin-types.ts';
import { PySuper } from '../objects/py-descriptors.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { attributeError } from './attribute-errors.ts';
import { bind, loadAttribute, pendingLookup } from './attributes.ts';
import { invoke } from './invoke.ts';
import type { PyThread } from './py-thread.ts';
import { raised, raisedWith } from './raise.ts';

/** LOAD_SUPER_ATTR. */
export function superAttribute(
  thread: PyThread,
  superCallable: Value,
  after: Value,
  self: Value,
  name: string,
): Value | undefined {
  if (superCallable !== superType) {
    const made = invoke(thread, superCallable, [after, self], null);
    if (made === undefined) throw raised('TypeError', 'super is shadowed by a Python callable');
    return loadAttribute(thread, made, name);
  }
  const found = superLookup(thread, makeSuper(after, self), name);
  if (found === pendingLookup) return undefined;
  if (found === undefined) throw raisedWith('AttributeError', `'super' object has no attribute '${name}'`, { name });
  return found;
}

export function makeSuper(after: Value, self: Value): PySuper {
  if (!(after instanceof PyType))
    throw raised('TypeError', `super() argument 1 must be a type, not ${typeOf(after).title}`);
  if (self instanceof PyType && self.isSubtypeOf(after)) return new PySuper(after, self, self);
  if (!typeOf(self).isSubtypeOf(after)) {
    throw raised(
      'TypeError',
      'super(type, obj): obj (instance of ' +
        `${typeOf(self).title}) is not an instance or subtype of type (${after.name}).`,
    );
  }
  return new PySuper(after, self, typeOf(self));
}

/** The attribute; undefined if there is none; `pendingLookup` if a frame has been pushed. */
export function superLookup(thread: PyThread, owner: PySuper, name: string): Value | undefined {
  const order = owner.selfType?.mro ?? [];
  if (owner.selfType !== null && name !== '__class__') {
    for (let i = order.indexOf(owner.after) + 1; i < order.length; i += 1) {
      const found = (order[i] as PyType).namespace.getText(name);
      if (found === undefined) continue;
      const isClass = owner.self instanceof PyType && owner.self === owner.selfType;
      return bind(thread, found, isClass ? null : owner.self, owner.selfType, isClass);
    }
  }
  const own = superType.lookup(name);
  if (own === undefined) throw attributeError(owner, name);
  return bind(thread, own, owner, superType);
}
