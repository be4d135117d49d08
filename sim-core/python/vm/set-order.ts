/** The order in which a set's members come out. */
import type { PyDict } from '../objects/py-dict.ts';
import { SetMembers } from '../objects/set-members.ts';
import type { Value } from '../objects/value.ts';

export function setOrder(dict: PyDict): readonly Value[] {
  return dict instanceof SetMembers ? dict.order() : dict.keys();
}
