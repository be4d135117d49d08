/** What a bytecode does, as a learner would say it. */
import type { StepFact } from '../../sim-core/trace/moment.ts';
import type { InspectorTranslate } from './messages/inspector-messages.ts';

type StepKey = Parameters<InspectorTranslate>[0] & `step.${string}`;

/** The first that fits. */
const meanings: readonly { readonly pattern: RegExp; readonly key: StepKey }[] = [
  { pattern: /^(LOAD_CONST|LOAD_SMALL_INT)/, key: 'step.loadConstant' },
  { pattern: /^LOAD_BUILD_CLASS$/, key: 'step.class' },
  { pattern: /^(LOAD_ATTR|LOAD_METHOD|LOAD_SUPER_ATTR)/, key: 'step.loadAttribute' },
  { pattern: /^LOAD_ASSERTION_ERROR$/, key: 'step.stack' },
  { pattern: /^LOAD_/, key: 'step.load' },
  { pattern: /^STORE_ATTR/, key: 'step.storeAttribute' },
  { pattern: /^(STORE_SUBSCR|STORE_SLICE)/, key: 'step.storeElement' },
  { pattern: /^STORE_/, key: 'step.store' },
  { pattern: /^DELETE_(SUBSCR|ATTR)/, key: 'step.deleteElement' },
  { pattern: /^DELETE_/, key: 'step.delete' },
  { pattern: /^(BINARY_SUBSCR|BINARY_SLICE)/, key: 'step.element' },
  { pattern: /^BINARY_/, key: 'step.binary' },
  { pattern: /^UNARY_/, key: 'step.unary' },
  { pattern: /^COMPARE_OP/, key: 'step.compare' },
  { pattern: /^IS_OP/, key: 'step.same' },
  { pattern: /^CONTAINS_OP/, key: 'step.contains' },
  { pattern: /^TO_BOOL/, key: 'step.truth' },
  { pattern: /^CALL_INTRINSIC/, key: 'step.stack' },
  { pattern: /^CALL/, key: 'step.call' },
  { pattern: /^RETURN_GENERATOR$/, key: 'step.makeGenerator' },
  { pattern: /^RETURN_/, key: 'step.return' },
  { pattern: /^RESUME/, key: 'step.enter' },
  { pattern: /^JUMP_BACKWARD/, key: 'step.jumpBack' },
  { pattern: /JUMP/, key: 'step.jump' },
  { pattern: /^FOR_ITER/, key: 'step.forIter' },
  { pattern: /^END_(ASYNC_)?FOR/, key: 'step.endFor' },
  { pattern: /^(GET_ITER|GET_AITER|GET_YIELD_FROM_ITER)/, key: 'step.iterate' },
  { pattern: /^(GET_AWAITABLE|GET_ANEXT)/, key: 'step.await' },
  { pattern: /^SEND/, key: 'step.send' },
  { pattern: /^YIELD_VALUE/, key: 'step.yield' },
  { pattern: /^IMPORT_/, key: 'step.import' },
  { pattern: /^UNPACK_/, key: 'step.unpack' },
  { pattern: /^(BUILD_|FORMAT_|CONVERT_|MAKE_FUNCTION|SET_FUNCTION|LIST_|SET_|DICT_|MAP_)/, key: 'step.build' },
  { pattern: /^BEFORE_/, key: 'step.with' },
  { pattern: /^(RAISE_VARARGS|RERAISE)/, key: 'step.raise' },
  { pattern: /EXC/, key: 'step.except' },
  { pattern: /^(MATCH_|GET_LEN)/, key: 'step.match' },
  { pattern: /^POP_TOP$/, key: 'step.drop' },
];

export function meaningOf({ opcodeName, argumentText, functionName }: StepFact): StepKey {
  const key = meanings.find(({ pattern }) => pattern.test(opcodeName))?.key ?? 'step.stack';
  if (key !== 'step.enter') return key;
  // 0 begins; 1 to 3 come back after a yield, a yield from, an await.
  if (!/^\D*0?\D*$/.test(argumentText)) return 'step.resume';
  return functionName === '<module>' ? 'step.enterModule' : 'step.enter';
}

/** Names without what belongs to the machine's calling convention. */
export function argumentWords({ argumentText }: StepFact): string {
  return argumentText.replaceAll(/^\(|\)$| \+ NULL(\|self)?|NULL(\|self)? \+ /g, '');
}
