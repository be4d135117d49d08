/** Weak references and proxies. Models: Objects/weakrefobject.c. */
import { PyInstance } from './py-instance.ts';
import type { Value } from './value.ts';

export class PyWeakReference extends PyInstance {
  /** Null once it has died. */
  target: Value = null;
  callback: Value = null;
  /** Its object's hash, once that has been asked for: it outlives the object. */
  hashed: Value = null;
}
