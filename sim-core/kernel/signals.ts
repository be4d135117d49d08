/** Signals by number, and what they do to a process that does not care. Models: signal(7) on Linux. */
export const signals = {
  hangUp: 1,
  interrupt: 2,
  quit: 3,
  kill: 9,
  user1: 10,
  brokenPipe: 13,
  alarm: 14,
  terminate: 15,
  child: 17,
  continue: 18,
  stop: 19,
  fileTooLarge: 25,
} as const;

/** Numbers go from 1 to this. */
export const lastSignal = 64;

/** SIGCHLD, SIGCONT, SIGURG, SIGWINCH: nothing happens by default. (Stopping by default is not simulated: SIGSTOP and its like are ignored too.) */
const ignoredByDefault: ReadonlySet<number> = new Set([17, 18, 19, 20, 21, 22, 23, 28]);

/** Whether a signal without a handler ends the process. */
export function endsProcess(signal: number): boolean {
  return !ignoredByDefault.has(signal);
}
