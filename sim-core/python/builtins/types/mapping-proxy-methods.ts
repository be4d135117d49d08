/** mappingproxy: everything is asked of the mapping behind it. Models: mappingproxy in Objects/descrobject.c. */
import { mappingProxyType, typeOf } from '../../objects/builtin-types.ts';
import { PyList } from '../../objects/py-list.ts';
import { PyMappingProxy } from '../../objects/py-mapping-proxy.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { loadAttribute, loadSpecial } from '../../vm/attributes.ts';
import { richCompareSteps } from '../../vm/compare.ts';
import { containsSteps } from '../../vm/contains.ts';
import { callSteps } from '../../vm/invoke.ts';
import { iteratorSteps } from '../../vm/iterate-all.ts';
import { binaryOperation, loadItem } from '../../vm/operators.ts';
import { raised } from '../../vm/raise.ts';
import { reprSteps, strSteps } from '../../vm/repr.ts';
import { aliasOf } from '../generic-alias.ts';
import { between, classMethod, constructor, exactly, method, methodSteps, named, native } from '../define.ts';
import { operations } from './operator-methods.ts';

const behind = (value: Value | undefined): Value => (value as PyMappingProxy).mapping;
/** The mapping of a proxy, or the value itself. */
const bare = (value: Value | undefined): Value => (value instanceof PyMappingProxy ? value.mapping : (value as Value));

constructor(mappingProxyType, named(1, 'mapping'), (_thread, args) => {
  const mapping = args[1] as Value;
  const isMapping =
    typeOf(mapping).lookup('__getitem__') !== undefined && !(mapping instanceof PyList || mapping instanceof PyTuple);
  if (!isMapping || typeof mapping === 'string')
    throw raised('TypeError', `mappingproxy() argument must be a mapping, not ${typeOf(mapping).title}`);
  return new PyMappingProxy(mapping);
});
method(mappingProxyType, '__getitem__', exactly(1), (thread, args) =>
  loadItem(thread, behind(args[0]), args[1] as Value),
);
methodSteps(mappingProxyType, '__contains__', exactly(1), function* contains(thread, args) {
  return yield* containsSteps(thread, behind(args[0]), args[1] as Value);
});
methodSteps(mappingProxyType, '__iter__', exactly(0), function* iterate(thread, args) {
  return yield* iteratorSteps(thread, behind(args[0]));
});
methodSteps(mappingProxyType, '__repr__', exactly(0), function* repr(thread, args) {
  return `mappingproxy(${yield* reprSteps(thread, behind(args[0]))})`;
});
methodSteps(mappingProxyType, '__str__', exactly(0), function* str(thread, args) {
  return yield* strSteps(thread, behind(args[0]));
});
for (const name of ['__len__', '__reversed__', '__hash__'])
  methodSteps(mappingProxyType, name, exactly(0), function* special(thread, args) {
    const mapping = behind(args[0]);
    const found = loadSpecial(typeOf(mapping), mapping, name);
    if (found === undefined) throw raised('TypeError', `unhashable type: '${typeOf(mapping).title}'`);
    return yield* callSteps(thread, found, []);
  });
for (const name of ['keys', 'values', 'items', 'copy'])
  methodSteps(mappingProxyType, name, exactly(0), function* ask(thread, args) {
    return yield* callSteps(thread, loadAttribute(thread, behind(args[0]), name) as Value, []);
  });
methodSteps(mappingProxyType, 'get', between(1, 2), function* get(thread, args) {
  return yield* callSteps(thread, loadAttribute(thread, behind(args[0]), 'get') as Value, args.slice(1) as Value[]);
});
for (const [op, name] of ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'].entries())
  methodSteps(mappingProxyType, name, exactly(1), function* compare(thread, args) {
    return yield* richCompareSteps(thread, op, behind(args[0]), bare(args[1]));
  });
method(mappingProxyType, '__or__', exactly(1), (thread, args) =>
  binaryOperation(thread, operations.or, bare(args[0]), bare(args[1])),
);
method(mappingProxyType, '__ror__', exactly(1), (thread, args) =>
  binaryOperation(thread, operations.or, bare(args[1]), bare(args[0])),
);
classMethod(
  mappingProxyType,
  native('__class_getitem__', exactly(2), (_thread, args) => aliasOf(args[0] as Value, args[1] as Value)),
);
