/**
 * Where a stepped run may go on with another thread, seen from one thread: between any two bytecodes, before each new line, or where the
 * Python version can switch. Code of the library runs as one step up to the point where it blocks.
 */
import type { Granularity } from '../../trace/schedule.ts';
import { JUMP_BACKWARD, NOP, RETURN_CONST, RETURN_VALUE } from '../compiler/opcodes.ts';
import type { PyFrame } from './frame.ts';
import type { VersionProfile } from './version-profile.ts';

export class Stepping {
  private readonly granularity: Granularity;
  private readonly profile: VersionProfile;
  private askedAtStep = -1;
  /** Where it gave way last, until it has executed a bytecode. */
  private yieldedFrame: PyFrame | null = null;
  private yieldedAt = 0;
  private wasInLibrary = false;
  private frame: PyFrame | null = null;
  private line = 0;

  constructor(granularity: Granularity, profile: VersionProfile) {
    this.profile = profile;
    // Without a GIL the threads really run side by side: there is a switch between any two bytecodes.
    this.granularity = granularity === 'switch' && profile.gil === 'none' ? 'bytecode' : granularity;
  }

  /** Asked before each bytecode: `op` at `at` was executed last, `next` of `frame` comes now; `steps` counts all threads' bytecodes. */
  isChoicePoint(
    op: number,
    frame: PyFrame,
    place: { readonly at: number; readonly next: number },
    steps: number,
  ): boolean {
    // The machine was stopped here and goes on, or this thread was chosen at this very point.
    if (steps === this.askedAtStep) return false;
    this.askedAtStep = steps;
    if (op === NOP && this.yieldedFrame === frame && this.yieldedAt === place.next) return false;
    this.yieldedFrame = null;
    const comesFromLibrary = this.wasInLibrary;
    this.wasInLibrary = frame.code.isLibrary;
    if (frame.code.isLibrary || !this.isPossible(op, frame, { ...place, comesFromLibrary })) return false;
    this.yieldedFrame = frame;
    this.yieldedAt = place.next;
    return true;
  }

  private isPossible(
    op: number,
    frame: PyFrame,
    place: { readonly at: number; readonly next: number; readonly comesFromLibrary: boolean },
  ): boolean {
    switch (this.granularity) {
      case 'bytecode':
        return true;
      case 'line':
        return this.isNewLine(op, frame, place.next);
      case 'switch':
        // Somewhere in the library's function there was a switch point: its end stands for it.
        if (place.comesFromLibrary) return op === RETURN_VALUE || op === RETURN_CONST;
        return this.profile.polls.isSwitchPoint(op, frame.code, place.at, place.next);
    }
  }

  /** Into and out of a function there is no new line yet: its first line, or the caller's next one, is. */
  private isNewLine(op: number, frame: PyFrame, next: number): boolean {
    const line = frame.code.lineOf(next);
    const isSameFrame = this.frame === frame;
    const isNew = isSameFrame && (line !== this.line || op === JUMP_BACKWARD);
    this.frame = frame;
    this.line = line;
    return isNew;
  }
}
