/** The module `_contextvars`. Models: Modules/_contextvarsmodule.c and Python/context.c of 3.13. */
import { PyInstance } from '../../objects/py-instance.ts';
import { ListIterator } from '../../objects/py-iterators.ts';
import { PyModule } from '../../objects/py-module.ts';
import { PySingleton } from '../../objects/py-singletons.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { aliasOf } from '../../builtins/generic-alias.ts';
import {
  anyNumber,
  attribute,
  between,
  classMethod,
  constructor,
  exactly,
  method,
  methodSteps,
  native,
} from '../../builtins/define.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { reprSteps } from '../../vm/repr.ts';
import { fillModule, nativeClass } from '../native-class.ts';
import { Context, contextType, copyContext, currentContext } from './context.ts';
import { ContextRun } from './context-run.ts';

const variableType = nativeClass('_contextvars', 'ContextVar');
const tokenType = nativeClass('_contextvars', 'Token');
const missingType = nativeClass('builtins', 'Token.MISSING');
const missing = new PySingleton('<Token.MISSING>');
missing.type = missingType;

class ContextVariable extends PyInstance {
  readonly name: string;
  readonly fallback: Value | undefined;

  constructor(type: PyType, name: string, fallback: Value | undefined) {
    super(type);
    this.name = name;
    this.fallback = fallback;
  }
}

class Token extends PyInstance {
  readonly context: Context;
  readonly variable: ContextVariable;
  /** Undefined where the variable had no value. */
  readonly old: Value | undefined;
  isUsed = false;

  constructor(context: Context, variable: ContextVariable, old: Value | undefined) {
    super(tokenType);
    this.context = context;
    this.variable = variable;
    this.old = old;
  }
}

const variableOf = (self: Value | undefined): ContextVariable => self as ContextVariable;
const tokenOf = (self: Value | undefined): Token => self as Token;
const contextOf = (self: Value | undefined): Context => self as Context;

constructor(variableType, { least: 1, most: 1, names: ['name', 'default'] }, (_thread, args) => {
  if (typeof args[1] !== 'string') throw raised('TypeError', 'context variable name must be a str');
  return new ContextVariable(args[0] as PyType, args[1], args[2]);
});
attribute(variableType, 'name', (self) => variableOf(self).name);
method(variableType, 'get', between(0, 1), (thread, args) => {
  const variable = variableOf(args[0]);
  const known = currentContext(thread).values.get(variable);
  const value = known === undefined ? (args[1] === undefined ? variable.fallback : args[1]) : known;
  if (value === undefined) throw raised('LookupError', variable);
  return value;
});
method(variableType, 'set', exactly(1), (thread, args) => {
  const variable = variableOf(args[0]);
  const context = currentContext(thread);
  const token = new Token(context, variable, context.values.get(variable));
  context.assign(variable, args[1] as Value);
  return token;
});
methodSteps(variableType, 'reset', exactly(1), function* reset(thread, args) {
  const token = args[1];
  if (!(token instanceof Token)) throw raised('TypeError', 'expected an instance of Token, got something else');
  const refuse = function* refuse(kind: string, what: string) {
    return raised(kind, `${yield* reprSteps(thread, token)} ${what}`);
  };
  if (token.isUsed) throw yield* refuse('RuntimeError', 'has already been used once');
  if (token.variable !== args[0]) throw yield* refuse('ValueError', 'was created by a different ContextVar');
  if (token.context !== currentContext(thread)) throw yield* refuse('ValueError', 'was created in a different Context');
  token.isUsed = true;
  if (token.old === undefined) token.context.unassign(token.variable);
  else token.context.assign(token.variable, token.old);
  return null;
});
methodSteps(variableType, '__repr__', exactly(0), function* repr(thread, args) {
  const variable = variableOf(args[0]);
  const name = yield* reprSteps(thread, variable.name);
  const fallback = variable.fallback === undefined ? '' : ` default=${yield* reprSteps(thread, variable.fallback)}`;
  return `<ContextVar name=${name}${fallback} at ${thread.addressText(variable)}>`;
});

attribute(tokenType, 'var', (self) => tokenOf(self).variable);
attribute(tokenType, 'old_value', (self) => tokenOf(self).old ?? missing);
tokenType.namespace.set('MISSING', missing);
constructor(tokenType, anyNumber(true), () => {
  throw raised('RuntimeError', 'Tokens can only be created by ContextVars');
});
methodSteps(tokenType, '__repr__', exactly(0), function* repr(thread, args) {
  const token = tokenOf(args[0]);
  const variable = yield* reprSteps(thread, token.variable);
  return `<Token${token.isUsed ? ' used' : ''} var=${variable} at ${thread.addressText(token)}>`;
});

function checkVariable(key: Value | undefined): Value {
  if (!(key instanceof ContextVariable)) throw raised('TypeError', 'a ContextVar key was expected');
  return key;
}

/** run(callable, *args, **keywords) */
function run(
  thread: PyThread,
  args: readonly (Value | undefined)[],
  keywords: ReadonlyMap<string, Value> | null,
): undefined {
  const [self, callable, ...rest] = args as readonly Value[];
  if (callable === undefined) throw raised('TypeError', 'run() missing 1 required positional argument');
  const names = keywords === null ? null : [...keywords.keys()];
  const values = keywords === null ? rest : [...rest, ...keywords.values()];
  return pushSteps(
    thread,
    'run',
    new ContextRun(thread, contextOf(self), { callable, args: values, keywordNames: names }),
  );
}

constructor(contextType, exactly(0), (_thread, args) => new Context(args[0] as PyType, new Map()));
method(contextType, 'run', anyNumber(true), run, { costNs: 30 });
method(contextType, 'copy', exactly(0), (_thread, args) => new Context(contextType, contextOf(args[0]).values));
method(contextType, '__getitem__', exactly(1), (_thread, args) => {
  const value = contextOf(args[0]).values.get(checkVariable(args[1]));
  if (value === undefined) throw raised('KeyError', args[1] as Value);
  return value;
});
method(contextType, '__contains__', exactly(1), (_thread, args) =>
  contextOf(args[0]).values.has(checkVariable(args[1])),
);
method(
  contextType,
  'get',
  between(1, 2),
  (_thread, args) => contextOf(args[0]).values.get(checkVariable(args[1])) ?? args[2] ?? null,
);
method(contextType, '__len__', exactly(0), (_thread, args) => contextOf(args[0]).values.size);
for (const name of ['__iter__', 'keys'])
  method(
    contextType,
    name,
    exactly(0),
    (_thread, args) => new ListIterator({ items: [...contextOf(args[0]).values.keys()] }),
  );
method(
  contextType,
  'values',
  exactly(0),
  (_thread, args) => new ListIterator({ items: [...contextOf(args[0]).values.values()] }),
);
method(
  contextType,
  'items',
  exactly(0),
  (_thread, args) => new ListIterator({ items: [...contextOf(args[0]).values].map((pair) => new PyTuple(pair)) }),
);

for (const type of [variableType, tokenType])
  classMethod(
    type,
    native('__class_getitem__', exactly(2), (_thread, args) => aliasOf(args[0] as Value, args[1] as Value)),
  );

export function makeContextModule(): PyModule {
  return fillModule(
    new PyModule('_contextvars'),
    [native('copy_context', exactly(0), (thread) => copyContext(thread))],
    [contextType, variableType, tokenType],
  );
}
