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
  return body.some((node) => node.kind === 'AnnAssign' || blocksOf(node).some(hasAnnotation));
}

/** The blocks of a statement that belong to the scope around it. */
function blocksOf(node: Statement): (readonly Statement[])[] {
  if (node.kind === 'FunctionDef' || node.kind === 'AsyncFunctionDef' || node.kind === 'ClassDef') return [];
  if (node.kind === 'Match') return node.cases.map((matchCase) => matchCase.body);
  const blocks: (readonly Statement[])[] = [];
  if ('body' in node) blocks.push(node.body);
  if ('orElse' in node) blocks.push(node.orElse);
  if ('handlers' in node) blocks.push(node.finalBody, ...node.handlers.map((handler) => handler.body));
  return blocks;
}
