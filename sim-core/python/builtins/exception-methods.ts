/** Exceptions. Models: Objects/exceptions.c. */
import { typeOf } from '../objects/builtin-types.ts';
import { exceptionNamed, exceptionTypes } from '../objects/exception-types.ts';
import { PyException } from '../objects/py-exception.ts';
import { PyList } from '../objects/py-list.ts';
import { PyTraceback } from '../objects/py-traceback.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { membersOf, splitBy } from '../vm/exception-group.ts';
import { callSteps } from '../vm/invoke.ts';
import { iterateAll } from '../vm/iterate-all.ts';
import { isInstanceSteps } from '../vm/instance-check.ts';
import { raised } from '../vm/raise.ts';
import { reprOfContainer, strOfException } from '../vm/repr.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { isCallable } from '../modules/functools/is-callable.ts';
import { aliasOf } from './generic-alias.ts';
import { anyNumber, attribute, classMethod, native, constructor, exactly, method, methodSteps } from './define.ts';
import './os-error-methods.ts';

const base = exceptionNamed('BaseException');
const exception = (self: Value): PyException => self as PyException;

constructor(
  base,
  anyNumber(true),
  (_thread, args) => new PyException(args[0] as PyType, new PyTuple(args.slice(1) as Value[])),
);
method(base, '__init__', anyNumber(true), (_thread, args, keywords) => {
  const self = exception(args[0] as Value);
  const allowed = keywordsOf(self.type);
  if (allowed === null && keywords === null) {
    self.args = new PyTuple(args.slice(1) as Value[]);
    return null;
  }
  for (const name of keywords?.keys() ?? []) {
    if (allowed === null) throw raised('TypeError', `${self.type.name}() takes no keyword arguments`);
    if (!allowed.includes(name))
      throw raised('TypeError', `${self.type.name}() got an unexpected keyword argument '${name}'`);
  }
  self.args = new PyTuple(args.slice(1) as Value[]);
  for (const name of allowed ?? []) if (self.get(name) !== undefined) self.set(name, null);
  for (const [name, value] of keywords ?? []) self.set(name, value);
  return null;
});

const attributeError = exceptionNamed('AttributeError');
const nameError = exceptionNamed('NameError');
const importKeywords = ['name', 'path', 'name_from'] as const;
const attributeKeywords = ['name', 'obj'] as const;
const nameKeywords = ['name'] as const;

/** The keyword arguments of an exception's class; null if it takes none. */
function keywordsOf(type: PyType): readonly string[] | null {
  if (type.isSubtypeOf(importError)) return importKeywords;
  if (type.isSubtypeOf(attributeError)) return attributeKeywords;
  return type.isSubtypeOf(nameError) ? nameKeywords : null;
}

methodSteps(base, '__str__', exactly(0), function* str(thread, args) {
  return yield* strOfException(thread, exception(args[0] as Value));
});
methodSteps(base, '__repr__', exactly(0), function* repr(thread, args) {
  return (yield* reprOfContainer(thread, exception(args[0] as Value))) as string;
});
method(base, 'with_traceback', exactly(1), (_thread, args) => {
  exception(args[0] as Value).traceback = args[1] as PyTraceback | null;
  return args[0] as Value;
});
method(base, 'add_note', exactly(1), (_thread, args) => {
  const self = exception(args[0] as Value);
  if (typeof args[1] !== 'string')
    throw raised('TypeError', `note must be a str, not '${typeOf(args[1] as Value).title}'`);
  const notes = self.get('__notes__');
  if (notes instanceof PyList) notes.items.push(args[1]);
  else self.set('__notes__', new PyList([args[1]]));
  return null;
});
attribute(
  base,
  'args',
  (self) => exception(self).args,
  (self, value) => {
    exception(self).args = value instanceof PyTuple ? value : new PyTuple(value instanceof PyList ? value.items : []);
  },
);
attribute(
  base,
  '__traceback__',
  (self) => exception(self).traceback,
  (self, value) => {
    if (value !== null && !(value instanceof PyTraceback))
      throw raised('TypeError', '__traceback__ must be a traceback or None');
    exception(self).traceback = value;
  },
);
attribute(
  base,
  '__cause__',
  (self) => exception(self).cause,
  (self, value) => {
    exception(self).cause = value instanceof PyException ? value : null;
    exception(self).suppressesContext = true;
  },
);
attribute(
  base,
  '__context__',
  (self) => exception(self).context,
  (self, value) => {
    exception(self).context = value instanceof PyException ? value : null;
  },
);
attribute(
  base,
  '__suppress_context__',
  (self) => exception(self).suppressesContext,
  (self, value) => {
    exception(self).suppressesContext = value === true;
  },
);

/** StopIteration.value, SystemExit.code: the first argument. */
function firstArgument(typeName: string, name: string): void {
  attribute(
    exceptionNamed(typeName),
    name,
    (self) =>
      exception(self).get(name) ??
      (exception(self).args.items.length > 1 && name === 'code'
        ? exception(self).args
        : (exception(self).args.items[0] ?? null)),
    (self, value) => exception(self).set(name, value ?? null),
  );
}
firstArgument('StopIteration', 'value');
firstArgument('SystemExit', 'code');

/** Fields that are None until they are set. */
function fields(typeName: string, names: readonly string[]): void {
  for (const name of names)
    attribute(
      exceptionNamed(typeName),
      name,
      (self) => exception(self).get(name) ?? null,
      (self, value) => exception(self).set(name, value ?? null),
    );
}

const importError = exceptionNamed('ImportError');
fields('ImportError', ['name', 'path', 'name_from']);
fields('AttributeError', ['name', 'obj']);
fields('NameError', ['name']);

// SyntaxError: the message, and where it is.
const placeNames = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'];
const syntaxError = exceptionNamed('SyntaxError');
fields('SyntaxError', ['print_file_and_line']);
methodSteps(syntaxError, '__init__', anyNumber(), function* init(thread, args) {
  const self = exception(args[0] as Value);
  self.args = new PyTuple(args.slice(1) as Value[]);
  if (args.length > 1) self.set('msg', args[1] as Value);
  if (args.length !== 3) return null;
  const place = yield* iterateAll(thread, args[2] as Value);
  if (place.length < 4) throw raised('TypeError', `function takes at least 4 arguments (${place.length} given)`);
  if (place.length > 6) throw raised('TypeError', `function takes at most 6 arguments (${place.length} given)`);
  if (place.length === 5) throw raised('TypeError', 'end_offset must be provided when end_lineno is provided');
  for (const [i, name] of placeNames.entries()) self.set(name, place[i] ?? null);
  return null;
});
attribute(importError, 'msg', (self) => exception(self).args.items[0] ?? null);

// Groups.
const groupType = exceptionNamed('BaseExceptionGroup');
constructor(groupType, anyNumber(), (_thread, args) => makeGroup(args[0] as PyType, args[1], args[2], args.length - 1));

function makeGroup(type: PyType, message: Value | undefined, members: Value | undefined, count: number): PyException {
  if (count !== 2) throw raised('TypeError', `BaseExceptionGroup.__new__() takes exactly 2 arguments (${count} given)`);
  if (typeof message !== 'string')
    throw raised('TypeError', `argument 1 must be str, not ${typeOf(message ?? null).title}`);
  if (!(members instanceof PyList || members instanceof PyTuple))
    throw raised('TypeError', 'second argument (exceptions) must be a sequence');
  if (members.items.length === 0)
    throw raised('ValueError', 'second argument (exceptions) must be a non-empty sequence');
  for (const [i, member] of members.items.entries()) {
    if (!(member instanceof PyException))
      throw raised('ValueError', `Item ${i} of second argument (exceptions) is not an exception`);
  }
  const isOrdinary = members.items.every((member) => typeOf(member).isSubtypeOf(exceptionNamed('Exception')));
  if (!isOrdinary && type.isSubtypeOf(exceptionNamed('Exception')))
    throw raised(
      'TypeError',
      `Cannot nest BaseExceptions in ${type.name === 'ExceptionGroup' ? 'an ExceptionGroup' : `'${type.name}'`}`,
    );
  const group = new PyException(
    type === groupType && isOrdinary ? exceptionNamed('ExceptionGroup') : type,
    new PyTuple([message, members]),
  );
  group.set('message', message);
  group.set('exceptions', new PyTuple([...members.items]));
  return group;
}
for (const name of ['message', 'exceptions'])
  attribute(
    groupType,
    name,
    (self) => exception(self).get(name),
    () => {
      throw raised('AttributeError', 'readonly attribute');
    },
  );

classMethod(
  groupType,
  native('__class_getitem__', exactly(2), (_thread, args) => aliasOf(args[0] as Value, args[1] as Value)),
);
methodSteps(groupType, 'split', exactly(1), function* split(thread, args) {
  const [rest, match] = yield* splitSteps(thread, exception(args[0] as Value), args[1] as Value);
  return new PyTuple([match, rest]);
});
methodSteps(groupType, 'subgroup', exactly(1), function* subgroup(thread, args) {
  return (yield* splitSteps(thread, exception(args[0] as Value), args[1] as Value))[1];
});
method(groupType, 'derive', exactly(1), (_thread, args) => {
  const self = exception(args[0] as Value);
  const message = self.get('message');
  return makeGroup(groupType, message, args[1], 2);
});

function* splitSteps(
  thread: PyThread,
  group: PyException,
  condition: Value,
): Generator<undefined, readonly [PyException | null, PyException | null], Value> {
  const isClass = (value: Value): boolean => value instanceof PyType && value.isSubtypeOf(base);
  if (
    !isClass(condition) &&
    !(condition instanceof PyTuple && condition.items.every(isClass)) &&
    (condition instanceof PyType || !isCallable(condition))
  )
    throw raised(
      'TypeError',
      'expected an exception type, a tuple of exception types, or a callable (other than a class)',
    );
  const matching = new Set<PyException>();
  const visit = function* visit(member: PyException): Generator<undefined, null, Value> {
    const isType = condition instanceof PyType || condition instanceof PyTuple;
    const answer = isType
      ? yield* isInstanceSteps(thread, member, condition)
      : yield* callSteps(thread, condition, [member]);
    if (answer === true) matching.add(member);
    else for (const inner of membersOf(member)) yield* visit(inner);
    return null;
  };
  yield* visit(group);
  return yield* splitBy(thread, group, (member) => matching.has(member));
}

for (const type of exceptionTypes.values()) type.changed();
