/** A node of the syntax tree as the library's `ast` is given it: its class' name, its fields in the order of Python.asdl, its place. */
import { PyBytes } from '../../objects/py-bytes.ts';
import { PyComplex } from '../../objects/py-complex.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { PyList } from '../../objects/py-list.ts';
import { ellipsis } from '../../objects/py-singletons.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import type { Constant } from '../../compiler/code-object.ts';
import type { Located } from '../../syntax/ast.ts';

export function treeNode(name: string, fields: readonly Value[], place: Located | null = null): Value {
  const position = place === null ? null : new PyTuple([place.line, place.column, place.endLine, place.endColumn]);
  return new PyTuple([name, new PyTuple(fields), position]);
}

export function listOf<Item>(items: readonly Item[], convert: (item: Item) => Value): Value {
  return new PyList(items.map((item) => convert(item)));
}

export function optional<Item>(item: Item | null, convert: (item: Item) => Value): Value {
  return item === null ? null : convert(item);
}

export function constantValue(constant: Constant): Value {
  if (constant === null || typeof constant !== 'object') return constant;
  switch (constant.kind) {
    case 'float':
      return new PyFloat(constant.value);
    case 'complex':
      return new PyComplex(constant.real, constant.imag);
    case 'bytes':
      return new PyBytes(constant.value);
    case 'ellipsis':
      return ellipsis;
    case 'tuple':
    case 'frozenset':
      return new PyTuple(constant.items.map(constantValue));
    case 'code':
      return null;
  }
}
