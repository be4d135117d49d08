/** What a lock tells about the worker that has to wait for it: the wait table's and the timeline's source. */
export interface Waiter {
  readonly index: number;
  /** The worker is about to sleep until it gets the resource. Not called on the fast path. */
  beginWait(resource: number): void;
  /** It has it, or may try again. */
  endWait(): void;
}
