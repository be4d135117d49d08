/** What each opcode of a pickle does, as far as it is not a matter of several steps. Models: the load_… functions of Modules/_pickle.c. */
import { PyByteArray } from '../../objects/py-bytes.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { PyList } from '../../objects/py-list.ts';
import { PySet } from '../../objects/py-set.ts';
import { SetMembers } from '../../objects/set-members.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { normalInt } from '../../values/int/int.ts';
import { intFromBytes } from '../../values/int/int-bytes.ts';
import { parseInt as parseInteger } from '../../values/int/int-text.ts';
import { pickleOpcodes as op } from '../../values/pickle/opcodes.ts';
import { raised } from '../../vm/raise.ts';
import { unpicklingError } from './pickle-errors.ts';
import { unescaped, unquoted } from './protocol-zero.ts';
import type { Unpickling } from './unpickling.ts';

type Steps<T> = Generator<undefined, T, Value>;
type Handler = (self: Unpickling) => Steps<null> | null;

const highestProtocol = 5;

function* steps(work: (self: Unpickling) => Steps<null>, self: Unpickling): Steps<null> {
  return yield* work(self);
}

/** A handler that reads what stands behind its opcode. */
function reading(work: (self: Unpickling) => Steps<null>): Handler {
  return (self) => steps(work, self);
}

function lineOf(apply: (self: Unpickling, line: string) => Steps<null> | null): Handler {
  return reading(function* lineSteps(self) {
    const next = apply(self, yield* self.object.line(self.thread));
    return next === null ? null : yield* next;
  });
}

function sizeOf(bytes: number, apply: (self: Unpickling, size: number) => Steps<null> | null): Handler {
  return reading(function* sizeSteps(self) {
    const next = apply(self, yield* self.size(bytes));
    return next === null ? null : yield* next;
  });
}

function wholeNumber(line: string): Value {
  const number = parseInteger(line.trim(), 10, Number.POSITIVE_INFINITY);
  if (number === null) throw raised('ValueError', 'could not convert string to int');
  return number;
}

function* longOf(self: Unpickling, length: number): Steps<null> {
  const bytes = yield* self.object.take(self.thread, length);
  return self.push(length === 0 ? 0 : normalInt(BigInt(intFromBytes(bytes, 'little', true))));
}

function* oldTextOf(self: Unpickling, length: number): Steps<null> {
  return self.oldText(yield* self.object.take(self.thread, length));
}

const numbers: readonly (readonly [number, Handler])[] = [
  [op.int, lineOf((self, line) => self.push(line === '01' || line === '00' ? line === '01' : wholeNumber(line)))],
  [op.long, lineOf((self, line) => self.push(wholeNumber(line.replace(/L$/, ''))))],
  [op.binaryInt1, sizeOf(1, (self, value) => self.push(value))],
  [op.binaryInt2, sizeOf(2, (self, value) => self.push(value))],
  [op.binaryInt, sizeOf(4, (self, value) => self.push(value | 0))],
  [op.long1, sizeOf(1, longOf)],
  [op.long4, sizeOf(4, longOf)],
  [op.float, lineOf((self, line) => self.push(new PyFloat(floatOfLine(line))))],
  [
    op.binaryFloat,
    reading(function* binaryFloat(self) {
      const bytes = yield* self.object.take(self.thread, 8);
      return self.push(new PyFloat(new DataView(bytes.slice().buffer).getFloat64(0)));
    }),
  ],
];

function floatOfLine(line: string): number {
  const special = new Map([
    ['nan', Number.NaN],
    ['inf', Number.POSITIVE_INFINITY],
    ['-inf', Number.NEGATIVE_INFINITY],
  ]).get(line);
  const value = special ?? Number(line);
  if (special === undefined && (line === '' || Number.isNaN(value)))
    throw raised('ValueError', 'could not convert string to float');
  return value;
}

const texts: readonly (readonly [number, Handler])[] = [
  [op.unicode, lineOf((self, line) => self.push(unescaped(line)))],
  [op.binaryUnicode, (self) => self.text(4)],
  [op.shortBinaryUnicode, (self) => self.text(1)],
  [op.binaryUnicode8, (self) => self.text(8)],
  [op.shortBinaryBytes, (self) => self.bytes(1)],
  [op.binaryBytes, (self) => self.bytes(4)],
  [op.binaryBytes8, (self) => self.bytes(8)],
  [op.string, lineOf((self, line) => self.oldText(unquoted(line)))],
  [op.binaryString, sizeOf(4, oldTextOf)],
  [op.shortBinaryString, sizeOf(1, oldTextOf)],
  [
    op.byteArray8,
    sizeOf(8, function* byteArray(self, length) {
      return self.push(new PyByteArray((yield* self.object.take(self.thread, length)).slice()));
    }),
  ],
];

const containers: readonly (readonly [number, Handler])[] = [
  [op.mark, (self) => markHere(self)],
  [op.emptyTuple, (self) => self.push(new PyTuple([]))],
  [op.emptyList, (self) => self.push(new PyList([]))],
  [op.emptyDict, (self) => self.push(new PyDict())],
  [op.emptySet, (self) => self.push(new PySet(new SetMembers()))],
  [op.tuple, (self) => self.push(new PyTuple(self.object.popMark()))],
  [op.list, (self) => self.push(new PyList(self.object.popMark()))],
  [op.dict, (self) => self.dictOf(self.object.popMark())],
  [op.tuple1, (self) => shortTuple(self, 1)],
  [op.tuple2, (self) => shortTuple(self, 2)],
  [op.tuple3, (self) => shortTuple(self, 3)],
  [op.append, (self) => self.append([self.object.pop()])],
  [op.appends, (self) => self.append(self.object.popMark())],
  [op.setItem, (self) => self.setItems([self.object.pop(), self.object.pop()].reverse())],
  [op.setItems, (self) => self.setItems(self.object.popMark())],
  [op.addItems, (self) => self.addItems(self.object.popMark())],
  [op.frozenSet, (self) => self.frozenSet()],
];

function markHere(self: Unpickling): null {
  self.object.marks.push(self.object.stack.length);
  return null;
}

function shortTuple(self: Unpickling, length: number): null {
  const items: Value[] = [];
  for (let i = 0; i < length; i += 1) items.unshift(self.object.pop());
  return self.push(new PyTuple(items));
}

const objects: readonly (readonly [number, Handler])[] = [
  [op.reduce, (self) => self.reduce()],
  [op.build, (self) => self.build()],
  [op.newObject, (self) => self.newObject(false)],
  [op.newObjectExtended, (self) => self.newObject(true)],
  [
    op.global,
    reading(function* globalSteps(self) {
      const module = yield* self.object.line(self.thread);
      const name = yield* self.object.line(self.thread);
      return self.push(yield* self.findClass(module, name));
    }),
  ],
  [
    op.stackGlobal,
    reading(function* stackGlobal(self) {
      const [name, module] = [self.object.pop(), self.object.pop()];
      if (typeof name !== 'string' || typeof module !== 'string') throw unpicklingError('STACK_GLOBAL requires str');
      return self.push(yield* self.findClass(module, name));
    }),
  ],
  [
    op.instance,
    reading(function* instanceSteps(self) {
      const module = yield* self.object.line(self.thread);
      const type = yield* self.findClass(module, yield* self.object.line(self.thread));
      return yield* self.instance(type, self.object.popMark());
    }),
  ],
  [
    op.object,
    (self) => {
      const [type, ...args] = self.object.popMark();
      return self.instance(type as Value, args);
    },
  ],
  [op.persistentId, lineOf((self, line) => self.persistent(line))],
  [op.binaryPersistentId, (self) => self.persistent(self.object.pop())],
  [op.extension1, (self) => self.extension(1)],
  [op.extension2, (self) => self.extension(2)],
  [op.extension4, (self) => self.extension(4)],
];

const others: readonly (readonly [number, Handler])[] = [
  [op.none, (self) => self.push(null)],
  [op.newTrue, (self) => self.push(true)],
  [op.newFalse, (self) => self.push(false)],
  [op.pop, popOne],
  [op.popMark, (self) => (self.object.popMark(), null)],
  [op.duplicate, (self) => self.push(self.object.top())],
  [op.get, lineOf((self, line) => self.get(Number(wholeNumber(line))))],
  [op.binaryGet, sizeOf(1, (self, index) => self.get(index))],
  [op.longBinaryGet, sizeOf(4, (self, index) => self.get(index))],
  [op.put, lineOf((self, line) => self.put(Number(wholeNumber(line))))],
  [op.binaryPut, sizeOf(1, (self, index) => self.put(index))],
  [op.longBinaryPut, sizeOf(4, (self, index) => self.put(index))],
  [op.memoize, (self) => self.put(self.object.memo.size)],
  [op.protocol, sizeOf(1, protocolOf)],
  [op.frame, sizeOf(8, frameOf)],
];

function popOne(self: Unpickling): null {
  const { marks, stack } = self.object;
  if (marks.length > 0 && marks.at(-1) === stack.length) marks.pop();
  else self.object.pop();
  return null;
}

function protocolOf(self: Unpickling, protocol: number): null {
  if (protocol > highestProtocol) throw raised('ValueError', `unsupported pickle protocol: ${protocol}`);
  self.object.protocol = protocol;
  return null;
}

/** A whole frame is read at once. */
function* frameOf(self: Unpickling, length: number): Steps<null> {
  const { object } = self;
  if (object.position + length > object.bytes.length) yield* object.fetch(self.thread, length);
  return null;
}

export const opcodeHandlers: ReadonlyMap<number, Handler> = new Map([
  ...numbers,
  ...texts,
  ...containers,
  ...objects,
  ...others,
]);
