/**
 * Loads, stores and deletions of names.
 * Models: CPython 3.13, Python/compile.c (`compiler_nameop`).
 */
import { assert } from '../../../base/assert.ts';
import type { Context } from '../../syntax/ast.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import type { Location } from './instruction.ts';

const fastOpcodes = { load: op.LOAD_FAST, store: op.STORE_FAST, delete: op.DELETE_FAST } as const;
const cellOpcodes = { load: op.LOAD_DEREF, store: op.STORE_DEREF, delete: op.DELETE_DEREF } as const;
const globalOpcodes = { load: op.LOAD_GLOBAL, store: op.STORE_GLOBAL, delete: op.DELETE_GLOBAL } as const;
const nameOpcodes = { load: op.LOAD_NAME, store: op.STORE_NAME, delete: op.DELETE_NAME } as const;

export function emitName(generator: CodeGenerator, location: Location, name: string, context: Context): void {
  failOnForbidden(generator, location, name, context);
  const mangled = generator.mangle(name);
  const { scope } = generator.unit;
  switch (scope.scopeOf(mangled)) {
    case 'free':
    case 'cell':
      emitCell(generator, location, mangled, context);
      return;
    case 'local':
      if (scope.isFunctionLike || generator.unit.hiddenLocals.get(mangled) === true) {
        generator.emit(location, fastOpcodes[context], generator.unit.locals.add(mangled));
        return;
      }
      break;
    case 'global-implicit':
      if (scope.isFunctionLike) {
        emitGlobal(generator, location, mangled, context);
        return;
      }
      break;
    case 'global-explicit':
      emitGlobal(generator, location, mangled, context);
      return;
    case null:
      break;
  }
  const isInlinedInClass = scope.kind === 'class' && generator.unit.inlinedDepth > 0;
  const index = generator.unit.names.add(mangled);
  if (isInlinedInClass && context === 'load') generator.emit(location, op.LOAD_GLOBAL, index << 1);
  else generator.emit(location, nameOpcodes[context], index);
}

function emitGlobal(generator: CodeGenerator, location: Location, name: string, context: Context): void {
  const { unit } = generator;
  const index = unit.names.add(name);
  if (context !== 'load') {
    generator.emit(location, globalOpcodes[context], index);
  } else if (unit.scope.canSeeClassScope && unit.scope.scopeOf(name) === 'global-implicit') {
    generator.emit(location, op.LOAD_DEREF, cellIndex(generator, '__classdict__'));
    generator.emit(location, op.LOAD_FROM_DICT_OR_GLOBALS, index);
  } else {
    generator.emit(location, op.LOAD_GLOBAL, index << 1);
  }
}

function emitCell(generator: CodeGenerator, location: Location, name: string, context: Context): void {
  const { scope, inlinedDepth } = generator.unit;
  const index = cellIndex(generator, name);
  if (context !== 'load') {
    generator.emit(location, cellOpcodes[context], index);
  } else if (scope.kind === 'class' && inlinedDepth === 0) {
    generator.emit(location, op.LOAD_LOCALS);
    generator.emit(location, op.LOAD_FROM_DICT_OR_DEREF, index);
  } else if (scope.canSeeClassScope) {
    generator.emit(location, op.LOAD_DEREF, cellIndex(generator, '__classdict__'));
    generator.emit(location, op.LOAD_FROM_DICT_OR_DEREF, index);
  } else {
    generator.emit(location, op.LOAD_DEREF, index);
  }
}

/** Cells are counted first, then free variables; locals come before both once they are all known. */
export function cellIndex(generator: CodeGenerator, name: string): number {
  const { cells, frees, scope } = generator.unit;
  const isFree = scope.scopeOf(name) === 'free' && frees.indexOf(name) !== null;
  const cell = isFree ? null : cells.indexOf(name);
  if (cell !== null) return cell;
  const free = frees.indexOf(name);
  assert(free !== null, `${name} is a cell or free`);
  return cells.size + free;
}

function failOnForbidden(generator: CodeGenerator, location: Location, name: string, context: Context): void {
  if (name !== '__debug__') return;
  if (context === 'store') generator.fail('cannot assign to __debug__', location);
  if (context === 'delete') generator.fail('cannot delete __debug__', location);
}
