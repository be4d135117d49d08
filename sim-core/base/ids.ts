/** Ids are branded numbers, so that two kinds cannot be mixed. All count from 0 within one run. */
export type ProcessId = number & { readonly __id: 'process' };
/** A thread of the simulated operating system, numbered over all processes in the order of creation. */
export type ThreadId = number & { readonly __id: 'thread' };
export type CoreId = number & { readonly __id: 'core' };
/** A thing threads wait for or hold: a lock, a condition, the GIL of a process, a queue, a pipe … */
export type ResourceId = number & { readonly __id: 'resource' };
