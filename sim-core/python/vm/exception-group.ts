/** Exception groups: what `except*` takes out. Models: Objects/exceptions.c, exceptiongroup_split_recursive and _PyEval_ExceptionGroupMatch. */
import { exceptionNamed } from '../objects/exception-types.ts';
import { PyException } from '../objects/py-exception.ts';
import { PyList } from '../objects/py-list.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { raised } from './raise.ts';

export function isGroup(exception: PyException): boolean {
  return exception.type.isSubtypeOf(exceptionNamed('BaseExceptionGroup'));
}

/** The exceptions directly in a group. */
export function membersOf(group: PyException): readonly PyException[] {
  const members = group.get('exceptions');
  return members instanceof PyTuple ? (members.items as readonly PyException[]) : [];
}

/** [rest, match] of an exception against the types of an `except*`. A bare exception that matches is wrapped in a group. */
export function splitGroup(exception: PyException, types: Value): readonly [PyException | null, PyException | null] {
  const wanted = types instanceof PyTuple ? types.items : [types];
  for (const type of wanted) checkType(type);
  const matches = (candidate: PyException): boolean =>
    wanted.some((type) => candidate.type.isSubtypeOf(type as PyType));
  if (!isGroup(exception)) {
    if (!matches(exception)) return [exception, null];
    return [null, groupOf(exception, '', [exception])];
  }
  return splitBy(exception, matches);
}

function checkType(type: Value): void {
  if (!(type instanceof PyType) || !type.isSubtypeOf(exceptionNamed('BaseException'))) {
    throw raised('TypeError', 'catching classes that do not inherit from BaseException is not allowed');
  }
  if (type.isSubtypeOf(exceptionNamed('BaseExceptionGroup'))) {
    throw raised('TypeError', 'catching ExceptionGroup with except* is not allowed. Use except instead.');
  }
}

/** Splits a group by a condition, keeping its nesting. */
export function splitBy(
  group: PyException,
  matches: (candidate: PyException) => boolean,
): readonly [PyException | null, PyException | null] {
  if (matches(group)) return [null, group];
  const rest: PyException[] = [];
  const match: PyException[] = [];
  for (const member of membersOf(group)) {
    if (isGroup(member)) {
      const [memberRest, memberMatch] = splitBy(member, matches);
      if (memberRest !== null) rest.push(memberRest);
      if (memberMatch !== null) match.push(memberMatch);
    } else (matches(member) ? match : rest).push(member);
  }
  return [derived(group, rest), derived(group, match)];
}

function derived(group: PyException, members: readonly PyException[]): PyException | null {
  if (members.length === 0) return null;
  if (members.length === membersOf(group).length && members.every((member, i) => member === membersOf(group)[i]))
    return group;
  const message = group.get('message');
  return groupOf(group, typeof message === 'string' ? message : '', members);
}

/** A new group with traceback, cause and context of `like`. */
export function groupOf(like: PyException, message: string, members: readonly PyException[]): PyException {
  const isOrdinary = members.every((member) => member.type.isSubtypeOf(exceptionNamed('Exception')));
  const list = new PyTuple(members);
  const group = new PyException(
    exceptionNamed(isOrdinary ? 'ExceptionGroup' : 'BaseExceptionGroup'),
    new PyTuple([message, new PyList([...members])]),
  );
  group.set('message', message);
  group.set('exceptions', list);
  if (isGroup(like)) {
    group.traceback = like.traceback;
    group.cause = like.cause;
    group.context = like.context;
    group.suppressesContext = like.suppressesContext;
    const notes = like.get('__notes__');
    if (notes !== undefined) group.set('__notes__', notes);
  }
  return group;
}
