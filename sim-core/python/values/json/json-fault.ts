import { codePointIndex } from '../text/code-points.ts';
import { ValueFault } from '../value-fault.ts';

/** The fault JSONDecodeError at a UTF-16 offset of the document, which the message gives in characters. */
export function jsonFault(message: string, document: string, offset: number): ValueFault {
  const before = document.slice(0, offset);
  const position = codePointIndex(document, offset);
  const lineNumber = before.split('\n').length;
  const column = Array.from(before.slice(before.lastIndexOf('\n') + 1)).length + 1;
  return new ValueFault('JSONDecodeError', `${message}: line ${lineNumber} column ${column} (char ${position})`, {
    msg: message,
    doc: document,
    pos: position,
    lineno: lineNumber,
    colno: column,
  });
}
