/** Exception groups: what `except*` takes out. Models: Objects/exceptions.c, exceptiongroup_split_recursive and _PyEval_ExceptionGroupMatch. */
import { typeOf } from '../objects/builtin-types.ts';
import { exceptionNamed } from '../objects/exception-types.ts';
import { PyException } from '../objects/py-exception.ts';
import { PyList } from '../objects/py-list.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { loadSpecial } from './attributes.ts';
import type { PyFrame } from './frame.ts';
import { callSteps } from './invoke.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';

export function isGroup(exception: PyException): boolean {
  return exception.type.isSubtypeOf(exceptionNamed('BaseExceptionGroup'));
}

/** The exceptions directly in a group. */
export function membersOf(group: PyException): readonly PyException[] {
  const members = group.get('exceptions');
  return members instanceof PyTuple ? (members.items as readonly PyException[]) : [];
}

/** For generator bodies: [rest, match] of an exception against the types of an `except*`. A bare exception that matches is wrapped. */
function* splitByTypes(
  thread: PyThread,
  exception: PyException | null,
  types: Value,
): Generator<undefined, Value, Value> {
  const wanted = types instanceof PyTuple ? types.items : [types];
  for (const type of wanted) checkType(type);
  if (exception === null) return new PyTuple([null, null]);
  const matches = wanted.some((type) => exception.type.isSubtypeOf(type as PyType));
  if (matches) return new PyTuple([null, isGroup(exception) ? exception : wrapped(exception)]);
  if (!isGroup(exception)) return new PyTuple([exception, null]);
  const parts = yield* callSteps(thread, loadSpecial(exception.type, exception, 'split') as Value, [types]);
  if (!(parts instanceof PyTuple))
    throw raised('TypeError', `${exception.type.name}.split must return a tuple, not ${typeOf(parts).title}`);
  if (parts.items.length < 2)
    throw raised(
      'TypeError',
      `${exception.type.name}.split must return a 2-tuple, got tuple of size ${parts.items.length}`,
    );
  return new PyTuple([parts.items[1] as Value, parts.items[0] as Value]);
}

/** CHECK_EG_MATCH, for generator bodies: leaves the rest and the match on the stack. */
export function* groupMatchSteps(
  thread: PyThread,
  frame: PyFrame,
  exception: PyException | null,
  types: Value,
): Generator<undefined, Value, Value> {
  const [rest, match] = ((yield* splitByTypes(thread, exception, types)) as PyTuple).items as [Value, Value];
  frame.slots[frame.sp++] = rest;
  frame.slots[frame.sp++] = match;
  if (match !== null) thread.handled = match as PyException;
  return null;
}

function checkType(type: Value): void {
  if (!(type instanceof PyType) || !type.isSubtypeOf(exceptionNamed('BaseException'))) {
    throw raised('TypeError', 'catching classes that do not inherit from BaseException is not allowed');
  }
  if (type.isSubtypeOf(exceptionNamed('BaseExceptionGroup'))) {
    throw raised('TypeError', 'catching ExceptionGroup with except* is not allowed. Use except instead.');
  }
}

/** For generator bodies: [rest, match] of a group by a condition, keeping its nesting. Its `derive` makes the parts. */
export function* splitBy(
  thread: PyThread,
  group: PyException,
  matches: (candidate: PyException) => boolean,
): Generator<undefined, readonly [PyException | null, PyException | null], Value> {
  if (matches(group)) return [null, group];
  const rest: PyException[] = [];
  const match: PyException[] = [];
  for (const member of membersOf(group)) {
    if (isGroup(member)) {
      const [memberRest, memberMatch] = yield* splitBy(thread, member, matches);
      if (memberRest !== null) rest.push(memberRest);
      if (memberMatch !== null) match.push(memberMatch);
    } else (matches(member) ? match : rest).push(member);
  }
  const matched = yield* derived(thread, group, match);
  return [yield* derived(thread, group, rest), matched];
}

function* derived(
  thread: PyThread,
  group: PyException,
  members: readonly PyException[],
): Generator<undefined, PyException | null, Value> {
  if (members.length === 0) return null;
  const derive = loadSpecial(group.type, group, 'derive') as Value;
  const part = yield* callSteps(thread, derive, [new PyList([...members])]);
  if (!(part instanceof PyException) || !isGroup(part))
    throw raised('TypeError', 'derive must return an instance of BaseExceptionGroup');
  copyOrigin(group, part);
  return part;
}

/** A new group; with traceback, cause and context of the group `like`. */
export function groupOf(like: PyException | null, message: string, members: readonly PyException[]): PyException {
  const isOrdinary = members.every((member) => member.type.isSubtypeOf(exceptionNamed('Exception')));
  const group = new PyException(
    exceptionNamed(isOrdinary ? 'ExceptionGroup' : 'BaseExceptionGroup'),
    new PyTuple([message, new PyList([...members])]),
  );
  group.set('message', message);
  group.set('exceptions', new PyTuple(members));
  if (like !== null) copyOrigin(like, group);
  return group;
}

/** An exception that is no group, as `except*` hands it on. */
function wrapped(exception: PyException): PyException {
  const group = groupOf(null, '', [exception]);
  group.args = new PyTuple(['', new PyTuple([exception])]);
  return group;
}

function copyOrigin(from: PyException, to: PyException): void {
  to.traceback = from.traceback;
  to.cause = from.cause;
  to.context = from.context;
  to.suppressesContext = from.suppressesContext;
  const notes = from.get('__notes__') ?? null;
  if (notes instanceof PyList || notes instanceof PyTuple) to.set('__notes__', new PyList([...notes.items]));
}
