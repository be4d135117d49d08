/** Generators and coroutines as objects. Models: Objects/genobject.c. */
import { asyncGeneratorType, coroutineType, generatorType, objectType, typeType } from '../../objects/builtin-types.ts';
import type { PyGenerator } from '../../objects/py-generator.ts';
import { PyType } from '../../objects/py-type.ts';
import { PyObject } from '../../objects/value.ts';
import type { Value } from '../../objects/value.ts';
import { returnModes } from '../../vm/frame.ts';
import { delegateOf, resumeGenerator } from '../../vm/generators.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { anyNumber, attribute, between, constructor, exactly, method, methodSteps } from '../define.ts';
import { frameObject } from './frame-object.ts';
import { closeGenerator, exceptionToThrow, throwIntoGenerator } from './throw-into.ts';

/** What `coroutine.__await__()` gives: drives the coroutine. */
class CoroutineWrapper extends PyObject {
  override readonly type = coroutineWrapperType;
  readonly coroutine: PyGenerator;

  constructor(coroutine: PyGenerator) {
    super();
    this.coroutine = coroutine;
  }
}

const coroutineWrapperType = new PyType({
  name: 'coroutine_wrapper',
  bases: [objectType],
  layout: 'native',
  metatype: typeType,
  canBeSubclassed: false,
});

const generatorOf = (self: Value | undefined): PyGenerator =>
  self instanceof CoroutineWrapper ? self.coroutine : (self as PyGenerator);

/** The generator's frame goes on; what it yields is the value of the call. */
function resumed(thread: PyThread, self: Value | undefined, value: Value): undefined {
  resumeGenerator(thread, generatorOf(self), value, returnModes.generatorMethod, null);
}

for (const type of [generatorType, coroutineType]) {
  methodSteps(type, '__del__', exactly(0), function* remove(thread, args) {
    return yield* closeGenerator(thread, generatorOf(args[0]));
  });
}
for (const type of [generatorType, coroutineType, coroutineWrapperType]) {
  method(type, 'send', exactly(1), (thread, args) => resumed(thread, args[0], args[1] as Value));
  methodSteps(type, 'throw', between(1, 3), function* throwException(thread, args) {
    return yield* throwIntoGenerator(thread, generatorOf(args[0]), yield* exceptionToThrow(thread, args.slice(1)));
  });
  methodSteps(type, 'close', exactly(0), function* close(thread, args) {
    return yield* closeGenerator(thread, generatorOf(args[0]));
  });
}
for (const type of [generatorType, coroutineWrapperType]) {
  method(type, '__iter__', exactly(0), (_thread, args) => args[0] as Value);
  method(type, '__next__', exactly(0), (thread, args) => resumed(thread, args[0], null));
}
method(coroutineType, '__await__', exactly(0), (_thread, args) => new CoroutineWrapper(generatorOf(args[0])));

const prefixes = [
  [generatorType, 'gi'],
  [coroutineType, 'cr'],
  [asyncGeneratorType, 'ag'],
] as const;
for (const [type, prefix] of prefixes) {
  attribute(type, `${prefix}_running`, (self) =>
    prefix === 'ag' ? generatorOf(self).isStepping : generatorOf(self).isRunning,
  );
  constructor(type, anyNumber(true), () => {
    throw raised('TypeError', `cannot create '${type.name}' instances`);
  });
  attribute(
    type,
    `${prefix}_suspended`,
    (self) => generatorOf(self).hasStarted && !generatorOf(self).isRunning && generatorOf(self).frame !== null,
  );
  attribute(type, prefix === 'gi' ? 'gi_yieldfrom' : `${prefix}_await`, (self) => delegateOf(generatorOf(self)));
  attribute(type, `${prefix}_code`, (self) => generatorOf(self).code);
  attribute(type, `${prefix}_frame`, (self) => {
    const { frame } = generatorOf(self);
    return frame === null ? null : frameObject(frame);
  });
  attribute(
    type,
    '__name__',
    (self) => generatorOf(self).name,
    (self, value) => {
      if (typeof value !== 'string') throw raised('TypeError', '__name__ must be set to a string object');
      generatorOf(self).name = value;
    },
  );
  attribute(
    type,
    '__qualname__',
    (self) => generatorOf(self).qualifiedName,
    (self, value) => {
      if (typeof value !== 'string') throw raised('TypeError', '__qualname__ must be set to a string object');
      generatorOf(self).qualifiedName = value;
    },
  );
}
attribute(coroutineType, 'cr_origin', (self) => (self as PyGenerator).origin);
