/** Gives native functions the cost of work that grows with what they are given: the table stands apart from what they do. */
import type { NativeArguments, NativeFunction, PlainBody, SteppedBody } from '../objects/native-function.ts';
import type { Value } from '../objects/value.ts';
import { spendWork } from '../vm/work-costs.ts';

/** Nanoseconds of work, from the arguments (as they are after the call) and the result. */
export type Work = (args: NativeArguments, result: Value) => number;

/** The same function, whose every call that comes to an end costs its work. */
export function withWork<Native extends NativeFunction>(fn: Native, work: Work): Native {
  fn.body = fn.isStepped ? steppedWork(fn.body as SteppedBody, work) : plainWork(fn.body as PlainBody, work);
  return fn;
}

/** A call that goes on in a frame or a wait of its own is paid for there. */
function plainWork(body: PlainBody, work: Work): PlainBody {
  return (thread, args, keywords) => {
    const result = body(thread, args, keywords);
    if (result !== undefined) spendWork(thread, work(args, result));
    return result;
  };
}

function steppedWork(body: SteppedBody, work: Work): SteppedBody {
  return function* paid(thread, args, keywords) {
    const result = yield* body(thread, args, keywords);
    spendWork(thread, work(args, result));
    return result;
  };
}
