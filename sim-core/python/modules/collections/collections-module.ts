/** The module `_collections`: what is C of the module `collections`. */
import { PyProperty } from '../../objects/py-descriptors.ts';
import { PyModule } from '../../objects/py-module.ts';
import type { PyDict } from '../../objects/py-dict.ts';
import type { Value } from '../../objects/value.ts';
import { exactly, native, nativeSteps } from '../../builtins/define.ts';
import { findEntrySteps, setItemSteps } from '../../vm/dict-access.ts';
import { iterateAll } from '../../vm/iterate-all.ts';
import { binaryOperation } from '../../vm/operators.ts';
import { fillModule } from '../native-class.ts';
import { defaultDictType } from './default-dict.ts';
import { dequeType } from './deque.ts';

/** Counter's loop over its items, which does not let another thread in between. */
const countElements = nativeSteps('_count_elements', exactly(2), function* countElements(thread, args) {
  const mapping = args[0] as PyDict;
  for (const item of yield* iterateAll(thread, args[1] as Value)) {
    const entry = yield* findEntrySteps(thread, mapping, item);
    if (entry === undefined) yield* setItemSteps(thread, mapping, item, 1, false);
    else {
      const sum = binaryOperation(thread, 0, entry.value as Value, 1);
      entry.value = sum === undefined ? yield : sum;
    }
  }
  return null;
});

/** A field of a named tuple. Differs: an instance of property, where CPython has a type of its own. */
const tupleGetter = native('_tuplegetter', exactly(2), (_thread, args) => {
  const field = new PyProperty();
  field.getter = args[0] as Value;
  field.documentation = args[1] as Value;
  field.isTupleField = true;
  return field;
});

export function makeCollectionsModule(): PyModule {
  return fillModule(new PyModule('_collections'), [countElements, tupleGetter], [dequeType, defaultDictType]);
}
