/** The variables of a frame that have a value, as frame.f_locals shows them. */
import { PyCell } from '../../objects/py-cell.ts';
import { PyDict } from '../../objects/py-dict.ts';
import type { PyFrame } from '../frame.ts';

export function frameLocals(frame: PyFrame): PyDict {
  if (frame.namespace !== null) return frame.namespace;
  const dict = new PyDict();
  for (const [i, name] of frame.code.source.localsPlusNames.entries()) {
    const slot = frame.slots[i];
    const value = slot instanceof PyCell ? slot.content : slot;
    if (value !== undefined) dict.set(name, value);
  }
  return dict;
}
