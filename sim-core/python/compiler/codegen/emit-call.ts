/**
 * Calls.
 * Models: CPython 3.13, Python/compile.c (`compiler_call`, `maybe_optimize_method_call`, `compiler_call_helper`).
 */
import type { Attribute, Call, Expression, Keyword } from '../../syntax/ast.ts';
import * as op from '../opcodes.ts';
import { symbolFlags } from '../symbols/scope.ts';
import type { CodeGenerator } from './code-generator.ts';
import { emitElements, stackGuideline, tupleOpcodes } from './emit-sequence.ts';
import { emitSuperAttribute } from './emit-super.ts';
import { noLocation, type Location } from './instruction.ts';
import { locationOfAttribute } from './location-of-attribute.ts';
import { warnAboutCall } from './warn.ts';

export function emitCall(generator: CodeGenerator, node: Call): void {
  checkKeywords(generator, node.keywords);
  const { callee, args, keywords } = node;
  if (callee.kind === 'Attribute' && isMethodCall(generator, callee, node)) {
    emitMethodCall(generator, node, callee);
    return;
  }
  warnAboutCall(generator, node);
  generator.expression(callee);
  generator.emit(callee, op.PUSH_NULL);
  emitArguments(generator, node, { pushed: 0, args, keywords });
}

function checkKeywords(generator: CodeGenerator, keywords: readonly Keyword[]): void {
  const seen = new Set<string>();
  for (const keyword of keywords) {
    if (keyword.name === null) continue;
    if (keyword.name === '__debug__') generator.fail('cannot assign to __debug__', keyword);
    if (seen.has(keyword.name)) generator.fail(`keyword argument repeated: ${keyword.name}`, keyword);
    seen.add(keyword.name);
  }
}

/** A method is called without being bound first, where the arguments are simple and the object is not an imported module. */
function isMethodCall(generator: CodeGenerator, callee: Attribute, { args, keywords }: Call): boolean {
  const { value } = callee;
  const { module } = generator.options.symbols;
  if (value.kind === 'Name' && (module.flagsOf(value.id) & symbolFlags.import) !== 0) return false;
  if (args.length + keywords.length + (keywords.length > 0 ? 1 : 0) >= stackGuideline) return false;
  if (args.some((argument) => argument.kind === 'Starred')) return false;
  return !keywords.some((keyword) => keyword.name === null);
}

function emitMethodCall(generator: CodeGenerator, node: Call, callee: Attribute): void {
  if (!emitSuperAttribute(generator, callee, true)) {
    generator.expression(callee.value);
    const index = generator.unit.names.add(generator.mangle(callee.attribute));
    generator.emit(locationOfAttribute(callee, callee), op.LOAD_ATTR, (index << 1) | 1);
  }
  const { args, keywords } = node;
  const location = locationOfAttribute(node, callee);
  generator.expressions(args);
  if (keywords.length === 0) {
    generator.emit(location, op.CALL, args.length);
    return;
  }
  emitKeywords(generator, locationOfAttribute(callee, callee), keywords);
  generator.emit(location, op.CALL_KW, args.length + keywords.length);
}

/** The values of keywords, then their names. */
function emitKeywords(generator: CodeGenerator, location: Location, keywords: readonly Keyword[]): void {
  for (const keyword of keywords) generator.expression(keyword.value);
  generator.loadConstant(location, { kind: 'tuple', items: keywords.map((keyword) => keyword.name) });
}

interface Arguments {
  /** So many arguments are on the stack already. */
  readonly pushed: number;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

/** The arguments and the call; what is called is on the stack. */
export function emitArguments(generator: CodeGenerator, location: Location, call: Arguments): void {
  const { pushed, args, keywords } = call;
  checkKeywords(generator, keywords);
  const isUnpacking =
    args.some((argument) => argument.kind === 'Starred') || keywords.some((keyword) => keyword.name === null);
  if (isUnpacking || args.length + keywords.length * 2 > stackGuideline) {
    emitUnpackedCall(generator, location, call);
    return;
  }
  generator.expressions(args);
  if (keywords.length === 0) {
    generator.emit(location, op.CALL, pushed + args.length);
    return;
  }
  emitKeywords(generator, location, keywords);
  generator.emit(location, op.CALL_KW, pushed + args.length + keywords.length);
}

/** With the arguments in a tuple and the keywords in a dict. */
function emitUnpackedCall(generator: CodeGenerator, location: Location, { pushed, args, keywords }: Arguments): void {
  const [first] = args;
  if (pushed === 0 && args.length === 1 && first?.kind === 'Starred') generator.expression(first.value);
  else emitElements(generator, location, args, { pushed, opcodes: tupleOpcodes });
  let isBuilt = false;
  let start = 0;
  const flush = (end: number): void => {
    if (end === start) return;
    emitKeywordDict(generator, location, keywords.slice(start, end));
    if (isBuilt) generator.emit(location, op.DICT_MERGE, 1);
    isBuilt = true;
  };
  keywords.forEach((keyword, index) => {
    if (keyword.name !== null) return;
    flush(index);
    if (!isBuilt) generator.emit(location, op.BUILD_MAP, 0);
    isBuilt = true;
    generator.expression(keyword.value);
    generator.emit(location, op.DICT_MERGE, 1);
    start = index + 1;
  });
  flush(keywords.length);
  generator.emit(location, op.CALL_FUNCTION_EX, keywords.length > 0 ? 1 : 0);
}

function emitKeywordDict(generator: CodeGenerator, location: Location, keywords: readonly Keyword[]): void {
  const isBig = keywords.length * 2 > stackGuideline;
  if (keywords.length > 1 && !isBig) {
    emitKeywords(generator, location, keywords);
    generator.emit(location, op.BUILD_CONST_KEY_MAP, keywords.length);
    return;
  }
  if (isBig) generator.emit(noLocation, op.BUILD_MAP, 0);
  for (const keyword of keywords) {
    generator.loadConstant(location, keyword.name);
    generator.expression(keyword.value);
    if (isBig) generator.emit(noLocation, op.MAP_ADD, 1);
  }
  if (!isBig) generator.emit(location, op.BUILD_MAP, keywords.length);
}
