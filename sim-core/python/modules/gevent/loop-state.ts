/** What a thread's gevent loop is at, for whoever looks. */
import type { PyObject } from '../../objects/value.ts';
import type { PyThread } from '../../vm/py-thread.ts';

export interface LoopState {
  loop: PyObject | null;
  /** One of loopPhases.*; null while it does not run. */
  phase: number | null;
  turn: number;
  selectUntilNs: number | null;
}

const stateName = '_gevent.loops';

export function loopStateOf(thread: PyThread): LoopState | null {
  const known = thread.interpreter.moduleState.get(stateName) as Map<PyThread, LoopState> | undefined;
  return known?.get(thread) ?? null;
}

/** The state to be changed: made when the loop first says something. */
export function ownLoopState(thread: PyThread): LoopState {
  const { moduleState } = thread.interpreter;
  const states = (moduleState.get(stateName) ?? new Map<PyThread, LoopState>()) as Map<PyThread, LoopState>;
  moduleState.set(stateName, states);
  const known = states.get(thread);
  if (known !== undefined) return known;
  const made: LoopState = { loop: null, phase: null, turn: 0, selectUntilNs: null };
  states.set(thread, made);
  return made;
}
