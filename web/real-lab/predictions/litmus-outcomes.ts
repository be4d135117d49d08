/**
 * Which outcomes of a litmus test a machine can show, by going through every order of its steps.
 * Models: sequential consistency, and the store buffers of x86 (Sewell, Sarkar, Owens, Zappa Nardelli, Myreen: "x86-TSO", 2010).
 * Leaves out: what a compiler may reorder, and weaker machines (ARM, POWER, RISC-V).
 */

type Variable = 'x' | 'y';
type Step = { readonly kind: 'store'; readonly to: Variable } | { readonly kind: 'load'; readonly from: Variable };

export type LitmusTest = 'store-buffering' | 'message-passing';

const store = (to: Variable): Step => ({ kind: 'store', to });
const load = (from: Variable): Step => ({ kind: 'load', from });

const programs: Record<LitmusTest, readonly (readonly Step[])[]> = {
  'store-buffering': [
    [store('x'), load('y')],
    [store('y'), load('x')],
  ],
  'message-passing': [
    [store('x'), store('y')],
    [load('y'), load('x')],
  ],
};

interface MachineState {
  readonly memory: Readonly<Record<Variable, number>>;
  /** By worker: the next step, the stores on their way to memory, and the values loaded. */
  readonly workers: readonly {
    readonly next: number;
    readonly buffer: readonly Variable[];
    readonly loaded: readonly number[];
  }[];
}

/** For the outcomes 00, 01, 10, 11 (values in the order they are loaded, worker by worker): possible or not. */
export function litmusOutcomes(test: LitmusTest, hasStoreBuffer: boolean): readonly boolean[] {
  const possible = [false, false, false, false];
  const steps = programs[test];
  const visit = (state: MachineState): void => {
    const followers = followersOf(state, steps, hasStoreBuffer);
    for (const follower of followers) visit(follower);
    if (followers.length > 0) return;
    const [first = 0, second = 0] = state.workers.flatMap(({ loaded }) => loaded);
    possible[first * 2 + second] = true;
  };
  visit({
    memory: { x: 0, y: 0 },
    workers: steps.map(() => ({ next: 0, buffer: [], loaded: [] })),
  });
  return possible;
}

/** Every state that one step leads to: a worker's next instruction, or a buffered store that reaches memory. */
function followersOf(
  state: MachineState,
  programs: readonly (readonly Step[])[],
  hasStoreBuffer: boolean,
): readonly MachineState[] {
  return state.workers.flatMap((worker, index) => {
    const followers: MachineState[] = [];
    const [oldest, ...rest] = worker.buffer;
    if (oldest !== undefined) {
      followers.push({
        memory: { ...state.memory, [oldest]: 1 },
        workers: state.workers.with(index, { ...worker, buffer: rest }),
      });
    }
    const step = programs[index]?.[worker.next];
    if (step === undefined) return followers;
    const next = worker.next + 1;
    if (step.kind === 'load') {
      const value = worker.buffer.includes(step.from) ? 1 : state.memory[step.from];
      const after = { ...worker, next, loaded: [...worker.loaded, value] };
      followers.push({ ...state, workers: state.workers.with(index, after) });
    } else if (hasStoreBuffer) {
      const after = { ...worker, next, buffer: [...worker.buffer, step.to] };
      followers.push({ ...state, workers: state.workers.with(index, after) });
    } else {
      followers.push({
        memory: { ...state.memory, [step.to]: 1 },
        workers: state.workers.with(index, { ...worker, next }),
      });
    }
    return followers;
  });
}
