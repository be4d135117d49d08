/**
 * The built-in types. They are made once and never change, so all runs share them; their methods are added by `builtins/`.
 */
import { LoadedCode } from './loaded-code.ts';
import { NativeFunction, NativeMethod } from './native-function.ts';
import { PyByteArray, PyBytes } from './py-bytes.ts';
import { PyCell } from './py-cell.ts';
import { PyComplex } from './py-complex.ts';
import { PyClassMethod, PyGetSet, PyMember, PyProperty, PyStaticMethod, PySuper } from './py-descriptors.ts';
import { PyDict } from './py-dict.ts';
import { PyFloat } from './py-float.ts';
import { PyFunction } from './py-function.ts';
import { PyGenerator } from './py-generator.ts';
import {
  BytesIterator,
  DictIterator,
  ListIterator,
  PyDictView,
  RangeIterator,
  ReversedIterator,
  SetIterator,
  TextIterator,
  TupleIterator,
} from './py-iterators.ts';
import { PyList } from './py-list.ts';
import { PyMappingProxy } from './py-mapping-proxy.ts';
import { PyMethod } from './py-method.ts';
import { PyModule } from './py-module.ts';
import { PyRange } from './py-range.ts';
import { PyFrozenSet, PySet } from './py-set.ts';
import { ellipsis, notImplemented } from './py-singletons.ts';
import { PySlice } from './py-slice.ts';
import { PyTraceback } from './py-traceback.ts';
import { PyTuple } from './py-tuple.ts';
import { PyType } from './py-type.ts';
import type { Layout } from './py-type.ts';
import type { Value } from './value.ts';

export const objectType = new PyType({ name: 'object', bases: [], layout: 'object' });
export const typeType = new PyType({ name: 'type', bases: [objectType], layout: 'type' });
objectType.type = typeType;
typeType.type = typeType;
typeType.hasInstanceDict = true;

function builtin(
  name: string,
  layout: Layout = 'native',
  options: { base?: PyType; canBeSubclassed?: boolean } = {},
): PyType {
  return new PyType({
    name,
    bases: [options.base ?? objectType],
    layout,
    metatype: typeType,
    canBeSubclassed: options.canBeSubclassed ?? layout !== 'native',
  });
}

export const dictType = builtin('dict', 'dict');
PyDict.builtinType = dictType;
for (const type of [objectType, typeType, dictType]) type.namespace.type = dictType;

export const intType = builtin('int', 'int');
export const boolType = builtin('bool', 'int', { base: intType, canBeSubclassed: false });
export const floatType = builtin('float', 'float');
export const complexType = builtin('complex', 'complex');
export const strType = builtin('str', 'str');
export const bytesType = builtin('bytes', 'bytes');
export const bytearrayType = builtin('bytearray', 'bytearray');
export const tupleType = builtin('tuple', 'tuple');
export const listType = builtin('list', 'list');
export const setType = builtin('set', 'set');
export const frozensetType = builtin('frozenset', 'frozenset');
export const rangeType = builtin('range');
export const sliceType = builtin('slice');
export const noneType = builtin('NoneType');
export const notImplementedType = builtin('NotImplementedType');
export const ellipsisType = builtin('ellipsis');
export const functionType = builtin('function');
export const methodType = builtin('method');
export const nativeFunctionType = builtin('builtin_function_or_method');
export const methodDescriptorType = builtin('method_descriptor');
export const moduleType = builtin('module', 'module');
export const codeType = builtin('code');
export const cellType = builtin('cell');
export const propertyType = builtin('property', 'native', { canBeSubclassed: true });
export const staticMethodType = builtin('staticmethod', 'native', { canBeSubclassed: true });
export const classMethodType = builtin('classmethod', 'native', { canBeSubclassed: true });
export const memberDescriptorType = builtin('member_descriptor');
export const getSetDescriptorType = builtin('getset_descriptor');
export const mappingProxyType = builtin('mappingproxy');
export const superType = builtin('super');
export const tracebackType = builtin('traceback');
export const generatorType = builtin('generator');
export const coroutineType = builtin('coroutine');
export const asyncGeneratorType = builtin('async_generator');
export const listIteratorType = builtin('list_iterator');
export const tupleIteratorType = builtin('tuple_iterator');
export const reversedType = builtin('reversed');
export const rangeIteratorType = builtin('range_iterator');
export const textIteratorType = builtin('str_iterator');
export const bytesIteratorType = builtin('bytes_iterator');
export const dictIteratorType = builtin('dict_keyiterator');
export const setIteratorType = builtin('set_iterator');
export const dictKeysType = builtin('dict_keys');
export const dictValuesType = builtin('dict_values');
export const dictItemsType = builtin('dict_items');

PyFloat.builtinType = floatType;
PyComplex.builtinType = complexType;
PyTuple.builtinType = tupleType;
PyList.builtinType = listType;
PySet.builtinType = setType;
PyFrozenSet.builtinType = frozensetType;
PyBytes.builtinType = bytesType;
PyByteArray.builtinType = bytearrayType;
PyRange.builtinType = rangeType;
PySlice.builtinType = sliceType;
PyFunction.builtinType = functionType;
PyMethod.builtinType = methodType;
NativeFunction.builtinType = nativeFunctionType;
NativeMethod.builtinType = methodDescriptorType;
PyModule.builtinType = moduleType;
LoadedCode.builtinType = codeType;
PyCell.builtinType = cellType;
PyProperty.builtinType = propertyType;
PyStaticMethod.builtinType = staticMethodType;
PyClassMethod.builtinType = classMethodType;
PyMember.builtinType = memberDescriptorType;
PyGetSet.builtinType = getSetDescriptorType;
PySuper.builtinType = superType;
PyMappingProxy.builtinType = mappingProxyType;
PyTraceback.builtinType = tracebackType;
PyGenerator.builtinTypes = {
  generator: generatorType,
  coroutine: coroutineType,
  'async-generator': asyncGeneratorType,
};
ListIterator.builtinType = listIteratorType;
TupleIterator.builtinType = tupleIteratorType;
ReversedIterator.builtinType = reversedType;
RangeIterator.builtinType = rangeIteratorType;
TextIterator.builtinType = textIteratorType;
BytesIterator.builtinType = bytesIteratorType;
DictIterator.builtinType = dictIteratorType;
DictIterator.pair = (key: Value, value: Value): Value => new PyTuple([key, value]);
SetIterator.builtinType = setIteratorType;
PyDictView.builtinType = dictKeysType;
notImplemented.type = notImplementedType;
ellipsis.type = ellipsisType;

/** Built-in types by name, as far as they are names of `builtins`. */
export const publicTypes: readonly PyType[] = [
  objectType,
  typeType,
  intType,
  boolType,
  floatType,
  complexType,
  strType,
  bytesType,
  bytearrayType,
  tupleType,
  listType,
  dictType,
  setType,
  frozensetType,
  rangeType,
  sliceType,
  propertyType,
  staticMethodType,
  classMethodType,
  superType,
  reversedType,
];
for (const type of publicTypes) type.namespace.set('__module__', 'builtins');

/** The type of any value: what type(x) gives. */
export function typeOf(value: Value): PyType {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return intType;
    case 'string':
      return strType;
    case 'boolean':
      return boolType;
    default:
      return value === null ? noneType : value.type;
  }
}
