/** Waits for one result and returns it: a frame that only has a return mode. An object with plain fields, so that it can be copied. */
import { stepsEnd, stepsGoOn } from '../objects/native-function.ts';
import type { PlainSteps } from '../objects/native-function.ts';
import type { Value } from '../objects/value.ts';

export class PassOn implements PlainSteps {
  private isWaiting = false;

  next(sent: Value): IteratorResult<undefined, Value> {
    if (this.isWaiting) return stepsEnd(sent);
    this.isWaiting = true;
    return stepsGoOn;
  }

  throw(error: unknown): IteratorResult<undefined, Value> {
    throw error;
  }
}
