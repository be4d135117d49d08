/**
 * Displays: tuples, lists, sets and dicts, with unpacking; and the unpacking of assignments.
 * Models: CPython 3.13, Python/compile.c (`starunpack_helper`, `compiler_dict`, `unpack_helper`).
 */
import type { Dict, Expression, Sequence, SetDisplay } from '../../syntax/ast.ts';
import type { Constant } from '../code-object.ts';
import * as op from '../opcodes.ts';
import { frozenSetOf } from '../frozen-set-order.ts';
import type { CodeGenerator } from './code-generator.ts';
import type { Location } from './instruction.ts';

/** So many values may be on the stack at once; more are collected piece by piece. */
export const stackGuideline = 30;

export interface BuildOpcodes {
  readonly build: number;
  readonly add: number;
  readonly extend: number;
  readonly isTuple: boolean;
}

export const tupleOpcodes: BuildOpcodes = {
  build: op.BUILD_LIST,
  add: op.LIST_APPEND,
  extend: op.LIST_EXTEND,
  isTuple: true,
};
const listOpcodes: BuildOpcodes = { ...tupleOpcodes, isTuple: false };
const setOpcodes: BuildOpcodes = { build: op.BUILD_SET, add: op.SET_ADD, extend: op.SET_UPDATE, isTuple: false };

/** The values of the expressions if all are constants. */
function constantsOf(nodes: readonly Expression[]): Constant[] | null {
  const values: Constant[] = [];
  for (const node of nodes) {
    if (node.kind !== 'Constant') return null;
    values.push(node.value);
  }
  return values;
}

/** Makes a collection of the elements; `pushed` more are on the stack already. */
export function emitElements(
  generator: CodeGenerator,
  location: Location,
  elements: readonly Expression[],
  { pushed, opcodes }: { readonly pushed: number; readonly opcodes: BuildOpcodes },
): void {
  const { build, isTuple } = opcodes;
  const constants = elements.length > 2 ? constantsOf(elements) : null;
  if (constants !== null) {
    emitConstants(generator, location, constants, { pushed, opcodes });
    return;
  }
  const isBig = elements.length + pushed > stackGuideline;
  if (!isBig && !elements.some((element) => element.kind === 'Starred')) {
    generator.expressions(elements);
    generator.emit(location, isTuple ? op.BUILD_TUPLE : build, elements.length + pushed);
    return;
  }
  let isBuilt = isBig;
  if (isBig) generator.emit(location, build, pushed);
  elements.forEach((element, index) => {
    if (element.kind === 'Starred') {
      if (!isBuilt) generator.emit(location, build, index + pushed);
      isBuilt = true;
      generator.expression(element.value);
      generator.emit(location, opcodes.extend, 1);
    } else {
      generator.expression(element);
      if (isBuilt) generator.emit(location, opcodes.add, 1);
    }
  });
  if (isTuple) generator.emit(location, op.CALL_INTRINSIC_1, 6);
}

function emitConstants(
  generator: CodeGenerator,
  location: Location,
  items: Constant[],
  { pushed, opcodes }: { readonly pushed: number; readonly opcodes: BuildOpcodes },
): void {
  if (opcodes.isTuple && pushed === 0) {
    generator.loadConstant(location, { kind: 'tuple', items });
    return;
  }
  const isSet = opcodes.add === op.SET_ADD;
  generator.emit(location, opcodes.build, pushed);
  generator.loadConstant(location, isSet ? frozenSetOf(items) : { kind: 'tuple', items });
  generator.emit(location, opcodes.extend, 1);
  if (opcodes.isTuple) generator.emit(location, op.CALL_INTRINSIC_1, 6);
}

export function emitSequence(generator: CodeGenerator, node: Sequence): void {
  if (node.context === 'store') {
    emitUnpacking(generator, node, node.elements);
    for (const element of node.elements) generator.expression(element.kind === 'Starred' ? element.value : element);
  } else if (node.context === 'load') {
    const opcodes = node.kind === 'Tuple' ? tupleOpcodes : listOpcodes;
    emitElements(generator, node, node.elements, { pushed: 0, opcodes });
  } else {
    generator.expressions(node.elements);
  }
}

export function emitSet(generator: CodeGenerator, node: SetDisplay): void {
  emitElements(generator, node, node.elements, { pushed: 0, opcodes: setOpcodes });
}

function emitUnpacking(generator: CodeGenerator, location: Location, elements: readonly Expression[]): void {
  const star = elements.findIndex((element) => element.kind === 'Starred');
  if (star < 0) {
    generator.emit(location, op.UNPACK_SEQUENCE, elements.length);
    return;
  }
  const after = elements.length - star - 1;
  if (star >= 1 << 8 || after >= 0x7fffff) {
    generator.fail('too many expressions in star-unpacking assignment', location);
  }
  if (elements.slice(star + 1).some((element) => element.kind === 'Starred')) {
    generator.fail('multiple starred expressions in assignment', location);
  }
  generator.emit(location, op.UNPACK_EX, star + (after << 8));
}

export function emitDict(generator: CodeGenerator, node: Dict): void {
  let isBuilt = false;
  let first = 0;
  const flush = (end: number): void => {
    if (end === first) return;
    emitPairs(generator, node, first, end);
    if (isBuilt) generator.emit(node, op.DICT_UPDATE, 1);
    isBuilt = true;
    first = end;
  };
  node.values.forEach((value, index) => {
    if (node.keys[index] === null) {
      flush(index);
      if (!isBuilt) generator.emit(node, op.BUILD_MAP, 0);
      isBuilt = true;
      generator.expression(value);
      generator.emit(node, op.DICT_UPDATE, 1);
      first = index + 1;
    } else if ((index - first) * 2 > stackGuideline) {
      flush(index + 1);
    }
  });
  flush(node.values.length);
  if (!isBuilt) generator.emit(node, op.BUILD_MAP, 0);
}

/** A dict of the keys and values from one to another index. */
function emitPairs(generator: CodeGenerator, node: Dict, begin: number, end: number): void {
  const count = end - begin;
  const isBig = count * 2 > stackGuideline;
  const keys = node.keys.slice(begin, end).filter((key) => key !== null);
  const values = node.values.slice(begin, end);
  const constants = count > 1 && !isBig ? constantsOf(keys) : null;
  if (constants !== null) {
    generator.expressions(values);
    generator.loadConstant(node, { kind: 'tuple', items: constants });
    generator.emit(node, op.BUILD_CONST_KEY_MAP, count);
    return;
  }
  if (isBig) generator.emit(node, op.BUILD_MAP, 0);
  keys.forEach((key, index) => {
    const value = values[index];
    generator.expression(key);
    if (value !== undefined) generator.expression(value);
    if (isBig) generator.emit(node, op.MAP_ADD, 1);
  });
  if (!isBig) generator.emit(node, op.BUILD_MAP, count);
}
