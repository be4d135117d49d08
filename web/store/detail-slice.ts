/** Details that are asked for when they are looked at: code listings, and the bytecodes of a deeply zoomed window. */
import type { StateCreator } from 'zustand';
import type { BytecodeListing, ExecutedWindow } from '../../sim-core/trace/moment.ts';
import type { LocksetReport } from '../../sim-core/trace/lockset.ts';
import type { SharedObject } from '../../sim-core/trace/shared-object.ts';
import type { SimulationClient } from '../worker/client.ts';
import type { Store } from './store.ts';
import type { Viewport } from './viewport.ts';

export interface DetailSlice {
  readonly loadBytecode: (code: number) => Promise<BytecodeListing>;
  /** Null where a newer question was asked meanwhile. */
  readonly loadLocksets: (fromStep: number, mostSteps: number) => Promise<LocksetReport | null>;
  readonly loadSharedObjects: (step: number) => Promise<readonly SharedObject[]>;
  /** Null where there are too many to be told apart. */
  readonly loadExecuted: (view: Viewport, limit: number) => Promise<ExecutedWindow | null>;
}

export function createDetailSlice(client: SimulationClient): StateCreator<Store, [], [], DetailSlice> {
  return () => ({
    loadBytecode: (code) => client.bytecodeOf(code),
    loadLocksets: (fromStep, mostSteps) => client.locksets(fromStep, mostSteps),
    loadSharedObjects: (step) => client.sharedObjects(step),
    loadExecuted: (view, limit) => client.executedBetween(view.fromNs, view.toNs, limit),
  });
}
