/** None, NotImplemented and ... . Models: Objects/object.c, Objects/sliceobject.c. */
import { ellipsisType, noneType, notImplementedType } from '../../objects/builtin-types.ts';
import { raised } from '../../vm/raise.ts';
import { ellipsis, notImplemented } from '../../objects/py-singletons.ts';
import type { Value } from '../../objects/value.ts';
import { anyNumber, constructor, exactly, method } from '../define.ts';
import { hashMethod } from './operator-methods.ts';

const singletons = [
  [noneType, null, 'None'],
  [notImplementedType, notImplemented, 'NotImplemented'],
  [ellipsisType, ellipsis, 'Ellipsis'],
] as const;

for (const [type, value, name] of singletons) {
  constructor(type, anyNumber(true), (_thread, args, keywords): Value => {
    if (args.length > 1 || keywords !== null) throw raised('TypeError', `${type.name} takes no arguments`);
    return value;
  });
  method(type, '__repr__', exactly(0), () => name);
}
hashMethod(noneType);
method(noneType, '__bool__', exactly(0), () => false);
