/**
 * Imports.
 * Models: CPython 3.13, Python/compile.c (`compiler_import`, `compiler_from_import`).
 */
import type { Alias, Import, ImportFrom } from '../../syntax/ast-statements.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { emitName } from './emit-name.ts';
import { noLocation, type Location } from './instruction.ts';

export function emitImport(generator: CodeGenerator, node: Import): void {
  for (const alias of node.names) {
    generator.loadConstant(node, 0);
    generator.loadConstant(node, null);
    generator.emitName(node, op.IMPORT_NAME, alias.name);
    if (alias.asName === null) emitName(generator, node, alias.name.split('.')[0] ?? alias.name, 'store');
    else emitImportAs(generator, node, alias, alias.asName);
  }
}

/** `import a.b.c as d` binds the innermost module. */
function emitImportAs(generator: CodeGenerator, location: Location, alias: Alias, asName: string): void {
  const [, ...attributes] = alias.name.split('.');
  attributes.forEach((attribute, index) => {
    generator.emitName(location, op.IMPORT_FROM, attribute);
    if (index === attributes.length - 1) return;
    generator.emit(location, op.SWAP, 2);
    generator.emit(location, op.POP_TOP);
  });
  emitName(generator, location, asName, 'store');
  if (attributes.length > 0) generator.emit(location, op.POP_TOP);
}

export function emitImportFrom(generator: CodeGenerator, node: ImportFrom): void {
  generator.loadConstant(node, node.level);
  generator.loadConstant(node, { kind: 'tuple', items: node.names.map((alias) => alias.name) });
  generator.emitName(node, op.IMPORT_NAME, node.module ?? '');
  if (node.names[0]?.name === '*') {
    generator.emit(node, op.CALL_INTRINSIC_1, 2);
    generator.emit(noLocation, op.POP_TOP);
    return;
  }
  for (const { name, asName } of node.names) {
    generator.emitName(node, op.IMPORT_FROM, name);
    emitName(generator, node, asName ?? name, 'store');
  }
  generator.emit(node, op.POP_TOP);
}
