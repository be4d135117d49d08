/** `_pickle.Unpickler`: what it reads from, its stack and its memo. Models: the reading half of Modules/_pickle.c. */
import { PyInstance } from '../../objects/py-instance.ts';
import { PyByteArray, PyBytes } from '../../objects/py-bytes.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { bytesOf } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { nativeClass } from '../native-class.ts';
import { unpicklingError } from './pickle-errors.ts';

export const unpicklerType = nativeClass('_pickle', 'Unpickler');
unpicklerType.hasInstanceDict = true;

type Steps<T> = Generator<undefined, T, Value>;

export class UnpicklerObject extends PyInstance {
  isReady = false;
  /** Where further bytes come from: methods of a file, or null. */
  read: Value = null;
  readLine: Value = null;
  fixesImports = true;
  encoding = 'ASCII';
  errors = 'strict';
  protocol = 0;
  bytes: Uint8Array = new Uint8Array(0);
  position = 0;
  stack: Value[] = [];
  /** How high the stack was at each mark. */
  marks: number[] = [];
  memo = new Map<number, Value>();

  constructor(type: PyType = unpicklerType) {
    super(type);
  }

  begin(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.position = 0;
    this.stack = [];
    this.marks = [];
    this.protocol = 0;
  }

  /** For generator bodies: the next so many bytes. */
  *take(thread: PyThread, count: number): Steps<Uint8Array> {
    if (this.position + count > this.bytes.length) yield* this.fetch(thread, count);
    const taken = this.bytes.subarray(this.position, this.position + count);
    this.position += count;
    return taken;
  }

  /** Asks the file for what is missing, so that it stands behind the pickle when that ends. */
  *fetch(thread: PyThread, count: number): Steps<null> {
    const rest = this.bytes.subarray(this.position);
    if (this.read === null) throw this.missing(rest.length);
    const more = bytesGiven(yield* callSteps(thread, this.read, [count - rest.length]), 'read');
    if (rest.length + more.length < count) throw this.missing(rest.length + more.length);
    this.append(rest, more);
    return null;
  }

  private append(rest: Uint8Array, more: Uint8Array): void {
    const all = new Uint8Array(rest.length + more.length);
    all.set(rest);
    all.set(more, rest.length);
    this.bytes = all;
    this.position = 0;
  }

  private missing(had: number): unknown {
    if (had === 0 && this.isAtOpcode) return raised('EOFError', 'Ran out of input');
    return unpicklingError('pickle data was truncated');
  }

  /** What is read next is an opcode, not an argument. */
  isAtOpcode = true;

  *line(thread: PyThread): Steps<string> {
    let end = this.bytes.indexOf(0x0a, this.position);
    if (end < 0 && this.readLine !== null) {
      const more = bytesGiven(yield* callSteps(thread, this.readLine, []), 'readline');
      this.append(this.bytes.subarray(this.position), more);
      end = this.bytes.indexOf(0x0a, this.position);
    }
    if (end < 0) throw unpicklingError('pickle data was truncated');
    const text = Array.from(this.bytes.subarray(this.position, end), (byte) => String.fromCharCode(byte)).join('');
    this.position = end + 1;
    return text;
  }

  push(value: Value): void {
    this.stack.push(value);
  }

  pop(): Value {
    if (this.stack.length <= this.floor) throw this.underflow();
    return this.stack.pop() as Value;
  }

  top(): Value {
    if (this.stack.length <= this.floor) throw this.underflow();
    return this.stack.at(-1) as Value;
  }

  private get floor(): number {
    return this.marks.at(-1) ?? 0;
  }

  private underflow(): unknown {
    return unpicklingError(
      this.marks.length > 0 && this.stack.length <= this.floor ? 'unexpected MARK found' : 'unpickling stack underflow',
    );
  }

  /** What lies above the last mark. */
  popMark(): Value[] {
    const mark = this.marks.pop();
    if (mark === undefined) throw unpicklingError('could not find MARK');
    return this.stack.splice(mark);
  }
}

function bytesGiven(value: Value, method: string): Uint8Array {
  if (value instanceof PyBytes || value instanceof PyByteArray) return bytesOf(value);
  throw raised('TypeError', `${method}() returned non-bytes object`);
}
