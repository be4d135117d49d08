/** The module `greenlet`: the type's methods, getcurrent, tracing. Models: greenlet.cpp. */
import { typeOf } from '../../objects/builtin-types.ts';
import { exceptionNamed } from '../../objects/exception-types.ts';
import { PyException } from '../../objects/py-exception.ts';
import { PyModule } from '../../objects/py-module.ts';
import { PyTraceback } from '../../objects/py-traceback.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { anyNumber, attribute, between, constructor, exactly, method, named, native } from '../../builtins/define.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { innermostFrame } from '../../builtins/types/frame-object.ts';
import { Context } from '../contextvars/context.ts';
import { fillModule } from '../native-class.ts';
import { currentGreenlet, Greenlet, greenletErrorType, greenletExitType, greenletType } from './greenlet.ts';
import { listGreenlet, nameOfNew } from './greenlet-tasks.ts';
import { beginSwitch, beginThrow, thrown } from './switching.ts';

const own = (value: Value | undefined): Greenlet => value as Greenlet;

constructor(
  greenletType,
  anyNumber(true),
  (thread, args) => new Greenlet(args[0] as PyType, currentGreenlet(thread), null),
);
method(greenletType, '__init__', { ...named(0, 'run', 'parent'), most: Number.POSITIVE_INFINITY }, (thread, args) => {
  if (args.length > 3) throw raised('TypeError', `green() takes at most 2 arguments (${args.length - 1} given)`);
  const [self, run, parent] = args;
  if (run !== undefined) setRun(own(self), run);
  if (run !== undefined && run !== null && own(self).task < 0) listGreenlet(thread, own(self), nameOfNew(thread), run);
  if (parent !== undefined && parent !== null) setParent(own(self), parent);
  return null;
});
method(greenletType, 'switch', anyNumber(true), (thread, args, keywords) =>
  beginSwitch(thread, own(args[0]), { kind: 'values', args: args.slice(1) as Value[], keywords }),
);
method(greenletType, 'throw', between(0, 3), (thread, args) =>
  throwInto(thread, own(args[0]), args[1] ?? greenletExitType, args[2] ?? null, args[3] ?? null),
);
method(greenletType, '__bool__', exactly(0), (_thread, args) => own(args[0]).state === 'active');
method(greenletType, '__repr__', exactly(0), (thread, args) => reprOf(thread, own(args[0])));
method(greenletType, '__getstate__', exactly(0), (_thread, args) => {
  throw raised('TypeError', `cannot serialize '${titleOf(own(args[0]))}' object`);
});

// oxlint-disable-next-line max-params -- throw(type, value, traceback)
function throwInto(thread: PyThread, target: Greenlet, what: Value, value: Value, traceback: Value): undefined {
  if (traceback !== null && !(traceback instanceof PyTraceback))
    throw raised('TypeError', 'throw() third argument must be a traceback object');
  if (what instanceof PyException) {
    if (value !== null) throw raised('TypeError', 'instance exception may not have a separate value');
    if (traceback !== null) what.traceback = traceback;
    return beginSwitch(thread, target, thrown(target, what));
  }
  if (!(what instanceof PyType) || !what.isSubtypeOf(exceptionNamed('BaseException')))
    throw raised('TypeError', `exceptions must be classes, or instances, not ${typeOf(what).title}`);
  if (value instanceof PyException && value.type.isSubtypeOf(what)) {
    if (traceback !== null) value.traceback = traceback;
    return beginSwitch(thread, target, thrown(target, value));
  }
  const args = value === null ? [] : value instanceof PyTuple ? value.items : [value];
  return beginThrow(thread, target, what, args);
}

function setRun(self: Greenlet, run: Value): void {
  if (self.isMain) throw raised('AttributeError', 'Main greenlets do not have a run attribute.');
  if (self.state !== 'pending') throw raised('AttributeError', 'run cannot be set after the start of the greenlet');
  self.run = run;
}

function setParent(self: Greenlet, parent: Value | undefined): void {
  if (parent === undefined) throw raised('AttributeError', "can't delete attribute");
  if (self.isMain) throw raised('AttributeError', 'cannot set the parent of a main greenlet');
  if (!(parent instanceof Greenlet))
    throw raised('TypeError', `GreenletChecker: Expected any type of greenlet, not ${typeOf(parent).title}`);
  for (let at: Greenlet | null = parent; at !== null; at = at.parent)
    if (at === self) throw raised('ValueError', 'cyclic parent chain');
  if (self.state !== 'pending' && self.main !== parent.main)
    throw raised('ValueError', 'parent cannot be on a different thread');
  self.parent = parent;
}

attribute(
  greenletType,
  'run',
  (self) => {
    if (own(self).isMain) throw raised('AttributeError', 'Main greenlets do not have a run attribute.');
    if (own(self).run === undefined) throw raised('AttributeError', 'run');
    return own(self).run;
  },
  (self, run) => {
    setRun(own(self), run as Value);
  },
);
attribute(
  greenletType,
  'parent',
  (self) => own(self).parent,
  (self, parent) => {
    setParent(own(self), parent);
  },
);
attribute(greenletType, 'dead', (self) => own(self).state === 'dead');
attribute(
  greenletType,
  'gr_context',
  (self) => (own(self).isCurrent ? (own(self).thread?.context ?? null) : own(self).context),
  (self, context) => {
    setContext(own(self), context);
  },
);
attribute(greenletType, 'gr_frame', (self) => {
  const { saved } = own(self);
  return saved === null ? null : innermostFrame(saved.frame);
});

function setContext(self: Greenlet, context: Value | undefined): void {
  if (context === undefined) throw raised('AttributeError', "can't delete context attribute");
  if (context !== null && !(context instanceof Context))
    throw raised('TypeError', 'greenlet context must be a contextvars.Context or None');
  if (self.isCurrent && self.thread !== null) self.thread.context = context;
  else self.context = context;
}

/** The name of its type as C code has it: with the module, where it is not a class of Python. */
function titleOf(self: Greenlet): string {
  return self.type.isHeap ? self.type.name : 'greenlet.greenlet';
}

function reprOf(thread: PyThread, self: Greenlet): string {
  const owner = self.main.thread ?? thread;
  const root = self.thread === null ? '0x(nil)' : thread.addressText(self.main);
  const head = `<${titleOf(self)} object at ${thread.addressText(self)} (otid=${root})`;
  if (self.state === 'dead') return `${head} dead>`;
  if (owner.hasEnded) return `${head} (thread exited)${self.state === 'active' ? ' active' : ''} started>`;
  const where = thread.stackOwner === self ? ' current' : self.state === 'active' ? ' suspended' : '';
  const active = self.state === 'active' ? ' active started' : ' pending';
  return `${head}${where}${active}${self.isMain ? ' main' : ''}>`;
}

const functions = [
  native('getcurrent', exactly(0), (thread) => currentGreenlet(thread)),
  native('settrace', exactly(1), (thread, args) => {
    const { main } = currentGreenlet(thread);
    const before = main.tracer;
    main.tracer = args[0] as Value;
    return before;
  }),
  native('gettrace', exactly(0), (thread) => currentGreenlet(thread).main.tracer),
];

for (const fn of functions) fn.moduleName = 'greenlet';

export function makeGreenletModule(): PyModule {
  const module = fillModule(new PyModule('greenlet'), functions, [greenletType, greenletErrorType, greenletExitType]);
  for (const name of ['getcurrent', 'settrace', 'gettrace', 'error', 'GreenletExit'])
    greenletType.namespace.set(name, module.dict.getText(name) as Value);
  module.dict.set('__version__', '2.0.2');
  for (const name of ['GREENLET_USE_GC', 'GREENLET_USE_TRACING', 'GREENLET_USE_CONTEXT_VARS'])
    module.dict.set(name, true);
  return module;
}
