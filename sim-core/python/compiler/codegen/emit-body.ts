/**
 * The body of a module or class: its annotations' dict, its docstring, its statements.
 * Models: CPython 3.13, Python/compile.c (`compiler_body`, `find_ann`).
 */
import type { Statement } from '../../syntax/ast-statements.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { cleanDocstring, docstringOf } from './docstring.ts';
import { emitName } from './emit-name.ts';
import { noLocation, type Location } from './instruction.ts';

export function emitBody(generator: CodeGenerator, location: Location, body: readonly Statement[]): void {
  const [first] = body;
  const start = generator.unit.kind === 'module' && first !== undefined ? first : location;
  if (hasAnnotation(body)) generator.emit(start, op.SETUP_ANNOTATIONS);
  const docstring = docstringOf(body);
  if (docstring !== null) {
    generator.loadConstant(docstring.location, cleanDocstring(docstring.text));
    emitName(generator, noLocation, '__doc__', 'store');
  }
  generator.statements(docstring === null ? body : body.slice(1));
}

/** Whether there is an annotated assignment, not counting functions and classes inside. */
export function hasAnnotation(body: readonly Statement[]): boolean {
  return body.some((node) => {
    switch (node.kind) {
      case 'AnnAssign':
        return true;
      case 'For':
      case 'AsyncFor':
      case 'While':
      case 'If':
        return hasAnnotation(node.body) || hasAnnotation(node.orElse);
      case 'Match':
        return node.cases.some((matchCase) => hasAnnotation(matchCase.body));
      case 'With':
      case 'AsyncWith':
        return hasAnnotation(node.body);
      case 'Try':
      case 'TryStar':
        return (
          node.handlers.some((handler) => hasAnnotation(handler.body)) ||
          [node.body, node.finalBody, node.orElse].some(hasAnnotation)
        );
      default:
        return false;
    }
  });
}
