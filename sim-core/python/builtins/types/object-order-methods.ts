/** Objects have no order: `object.__lt__` and its kin say NotImplemented. Models: object_richcompare in Objects/typeobject.c. */
import { objectType } from '../../objects/builtin-types.ts';
import { notImplemented } from '../../objects/py-singletons.ts';
import { exactly, method } from '../define.ts';

for (const name of ['__lt__', '__le__', '__gt__', '__ge__']) method(objectType, name, exactly(1), () => notImplemented);
