import { ValueFault } from '../value-fault.ts';

/** The fault of an argument for which a function has no value, as at a pole. */
export function domainError(): ValueFault {
  return new ValueFault('ValueError', 'math domain error');
}

/** The fault of a finite result beyond the floats. */
export function rangeError(): ValueFault {
  return new ValueFault('OverflowError', 'math range error');
}
