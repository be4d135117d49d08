/**
 * How a thread's state is drawn everywhere: a colour *and* a pattern, so that nothing is told by colour alone.
 * The index is the state's number in the trace (threadStates); the names are those of tokens.css and the message catalogue.
 */
export type StatePattern = 'solid' | 'dots' | 'hatch' | 'cross-hatch' | 'sparse-dots' | 'lines' | 'outline';

export interface StateStyle {
  /** Suffix of the tokens --state-… and --state-…-ink. */
  readonly token: string;
  readonly pattern: StatePattern;
  readonly message:
    | 'state.running'
    | 'state.outsideGil'
    | 'state.ready'
    | 'state.gilWait'
    | 'state.blocked'
    | 'state.sleeping'
    | 'state.io'
    | 'state.finished'
    | 'state.stopped';
}

export const stateStyles: readonly StateStyle[] = [
  { token: 'running', pattern: 'solid', message: 'state.running' },
  { token: 'outside-gil', pattern: 'solid', message: 'state.outsideGil' },
  { token: 'ready', pattern: 'dots', message: 'state.ready' },
  { token: 'gil-wait', pattern: 'hatch', message: 'state.gilWait' },
  { token: 'blocked', pattern: 'cross-hatch', message: 'state.blocked' },
  { token: 'sleeping', pattern: 'sparse-dots', message: 'state.sleeping' },
  { token: 'io', pattern: 'lines', message: 'state.io' },
  { token: 'finished', pattern: 'outline', message: 'state.finished' },
  { token: 'stopped', pattern: 'hatch', message: 'state.stopped' },
];

/** The style of a state's number; an unknown one looks finished. */
export function stateStyleOf(state: number): StateStyle {
  return stateStyles[state] ?? finished;
}

const finished: StateStyle = { token: 'finished', pattern: 'outline', message: 'state.finished' };

/** How many hues threads have before they repeat. */
export const threadHues = 12;

/** The colour of a thread as a shape, as CSS. */
export function threadColor(thread: number): string {
  return `var(--thread-${hueOf(thread)})`;
}

/** The colour of a thread's name and console lines: the same hue with the contrast that text needs. */
export function threadInk(thread: number): string {
  return `var(--thread-${hueOf(thread)}-ink)`;
}

export function hueOf(thread: number): number {
  return ((thread % threadHues) + threadHues) % threadHues;
}
