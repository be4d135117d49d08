/** Ids are branded numbers, so that two kinds cannot be mixed. All count from 0 within one run. */
export type ProcessId = number & { readonly __id: 'process' };
/** A thread of the simulated operating system, numbered over all processes in the order of creation. */
export type ThreadId = number & { readonly __id: 'thread' };
export type CoreId = number & { readonly __id: 'core' };
