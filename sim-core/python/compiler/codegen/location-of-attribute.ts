/**
 * An attribute on a later line than its object is told of its own line.
 * Models: CPython 3.13, Python/compile.c (`update_start_location_to_match_attr`).
 */
import type { Attribute } from '../../syntax/ast.ts';
import type { Location } from './instruction.ts';

export function locationOfAttribute(location: Location, node: Attribute): Location {
  if (location.line === node.endLine) return location;
  const { length } = Array.from(node.attribute);
  const { endLine, endColumn } = location;
  if (length > node.endColumn) return { line: node.endLine, column: -1, endLine, endColumn: -1 };
  return { line: node.endLine, column: node.endColumn - length, endLine, endColumn };
}
