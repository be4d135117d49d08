/** A mistake of ours, not of the simulated program: the doors (worker, command line) catch it and offer a reproducer. */
class BugError extends Error {
  override readonly name = 'BugError';
}

/** Throws a `BugError` unless the condition holds. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new BugError(message);
}
