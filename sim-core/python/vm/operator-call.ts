/**
 * Operators whose first method is a Python function: it is called at once, by plain fields, so that the machine can be copied while it
 * runs. Only where it gives NotImplemented does the general search for a method go on.
 */
import { typeOf } from '../objects/builtin-types.ts';
import { stepsEnd, stepsGoOn } from '../objects/native-function.ts';
import type { NativeSteps, PlainSteps } from '../objects/native-function.ts';
import { PyFunction } from '../objects/py-function.ts';
import { notImplemented } from '../objects/py-singletons.ts';
import type { Value } from '../objects/value.ts';
import type { NativeFrame } from './frame.ts';
import { invoke } from './invoke.ts';
import { pushSteps } from './native-steps.ts';
import type { PyThread } from './py-thread.ts';
import { truthSteps } from './truth.ts';

export interface OperatorPlan {
  readonly name: string;
  /** What comes after NotImplemented; it closes over nothing. */
  readonly rest: (thread: PyThread, op: number, a: Value, b: Value) => NativeSteps;
  /** A comparison whose truth is asked for. */
  readonly wantsBool: boolean;
}

class OperatorCall implements PlainSteps {
  private readonly thread: PyThread;
  private readonly plan: OperatorPlan;
  private readonly op: number;
  private readonly operands: readonly [Value, Value];
  private stage: 'method' | 'rest' | 'truth' = 'method';

  constructor(thread: PyThread, plan: OperatorPlan, op: number, operands: readonly [Value, Value]) {
    this.thread = thread;
    this.plan = plan;
    this.op = op;
    this.operands = operands;
  }

  next(sent: Value): IteratorResult<undefined, Value> {
    const { plan, thread } = this;
    if (this.stage === 'method' && sent === notImplemented) {
      this.stage = 'rest';
      return this.goOnWith(plan.rest(thread, this.op, ...this.operands), this.operands);
    }
    if (this.stage === 'truth' || !plan.wantsBool || typeof sent === 'boolean') return stepsEnd(sent);
    this.stage = 'truth';
    return this.goOnWith(truthSteps(thread, sent), [sent]);
  }

  throw(error: unknown): IteratorResult<undefined, Value> {
    throw error;
  }

  private goOnWith(steps: NativeSteps, held: readonly Value[]): IteratorResult<undefined, Value> {
    pushSteps(this.thread, 'operator', steps);
    (this.thread.frame as NativeFrame).held = [...held];
    return stepsGoOn;
  }
}

/** Calls `a`'s own method, if that is a Python function and `b` has no right to come first. False: it goes the long way. */
// oxlint-disable-next-line max-params -- called for every operator of a class
export function callOperator(thread: PyThread, plan: OperatorPlan, op: number, a: Value, b: Value): boolean {
  const type = typeOf(a);
  const method = type.isHeap ? type.lookup(plan.name) : undefined;
  if (!(method instanceof PyFunction)) return false;
  const other = typeOf(b);
  if (other !== type && other.isSubtypeOf(type)) return false;
  pushSteps(thread, plan.name, new OperatorCall(thread, plan, op, [a, b]));
  invoke(thread, method, [a, b], null);
  return true;
}
