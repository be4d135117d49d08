/** Whether a constant is true, as `bool()` of it would say. */
import type { Constant } from '../code-object.ts';

export function isTrue(value: Constant): boolean {
  if (value === null) return false;
  if (typeof value !== 'object') return Boolean(value);
  switch (value.kind) {
    case 'float':
      return value.value !== 0;
    case 'complex':
      return value.real !== 0 || value.imag !== 0;
    case 'bytes':
      return value.value.length > 0;
    case 'tuple':
    case 'frozenset':
      return value.items.length > 0;
    case 'ellipsis':
    case 'code':
      return true;
  }
}
