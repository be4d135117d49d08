/** Pickles sets: from protocol 4 on with opcodes of their own, before as calls with a list. Models: save_set, save_frozenset in Modules/_pickle.c. */
import { frozensetType, setType } from '../../objects/builtin-types.ts';
import { PyList } from '../../objects/py-list.ts';
import type { PyFrozenSet, PySet } from '../../objects/py-set.ts';
import type { Value } from '../../objects/value.ts';
import { pickleOpcodes as op } from '../../values/pickle/opcodes.ts';
import { raised } from '../../vm/raise.ts';
import { setOrder } from '../../vm/set-order.ts';
import type { Pickling } from './pickling.ts';
import { batchSize } from './batch-size.ts';

type Steps<T> = Generator<undefined, T, Value>;

export function* saveSet(pickling: Pickling, set: PySet): Steps<null> {
  const { writer } = pickling;
  const members = setOrder(set.dict);
  if (writer.protocol < 4) return yield* pickling.saveCall(setType, [new PyList([...members])], set);
  writer.write(op.emptySet);
  pickling.memoize(set);
  for (let start = 0; start < members.length; start += batchSize) {
    writer.write(op.mark);
    for (const member of members.slice(start, start + batchSize)) yield* pickling.save(member);
    if (set.dict.size !== members.length) throw raised('RuntimeError', 'set changed size during iteration');
    writer.write(op.addItems);
  }
  return null;
}

export function* saveFrozenSet(pickling: Pickling, set: PyFrozenSet): Steps<null> {
  const { writer } = pickling;
  const members = setOrder(set.dict);
  if (writer.protocol < 4) return yield* pickling.saveCall(frozensetType, [new PyList([...members])], set);
  writer.write(op.mark);
  for (const member of members) yield* pickling.save(member);
  if (pickling.isKnown(set)) {
    writer.write(op.popMark);
    pickling.writeGet(set);
    return null;
  }
  writer.write(op.frozenSet);
  pickling.memoize(set);
  return null;
}
