import { PySingleton } from '../objects/py-singletons.ts';

/** What native code that iterates is sent instead of a next value when the iterator has ended. No Python program ever sees it. */
export const endOfIteration = new PySingleton('end of iteration');
