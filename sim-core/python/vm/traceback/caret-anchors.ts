/**
 * Where a failing expression has its operator, its index or its arguments: what a traceback marks with '^' among '~'.
 * Models: CPython 3.13, _extract_caret_anchors_from_line_segment in Lib/traceback.py.
 */
import type { Expression, Located } from '../../syntax/ast.ts';
import type { PythonParser } from '../../syntax/parser.ts';
import { columnOfByte } from './source-columns.ts';

/** A place in a segment: its line from 0 and an index into that line. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** From `from` on, and before `to`. */
export interface Anchors {
  readonly from: Place;
  readonly to: Place;
}

/** Null where the segment is no binary operation, subscript or call. */
export function caretAnchors(parser: PythonParser, segment: string): Anchors | null {
  const expression = soleExpression(parser, `(\n${segment}\n)`);
  if (expression === null) return null;
  const search = new AnchorSearch(segment.split('\n'));
  switch (expression.kind) {
    case 'BinOp':
      return search.operator(expression.left, expression.right);
    case 'Subscript':
      return search.bracket(expression.value, expression, '[');
    case 'Call':
      return search.bracket(expression.callee, expression, '(');
    default:
      return null;
  }
}

function soleExpression(parser: PythonParser, text: string): Expression | null {
  const { root } = parser.parse(text, 'exec');
  if (root === null || root.kind === 'Expression' || root.body.length !== 1) return null;
  const statement = root.body[0];
  return statement?.kind === 'Expr' ? statement.value : null;
}

/** Walks over the text of a segment; null where it would leave it. */
class AnchorSearch {
  private readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  operator(left: Located, right: Located): Anchors | null {
    const start = this.skipUntil(
      this.valid(this.endOf(left)),
      (character) => !/\s/.test(character) && character !== ')',
    );
    if (start === null) return null;
    const line = this.lines[start.line] as string;
    const next = line[start.column + 1];
    const rightLine = right.line - 2;
    const isBeforeRight =
      rightLine > start.line || start.column + 1 < columnOfByte(this.lines[rightLine] ?? '', right.column);
    const isTwoLong = next !== undefined && isBeforeRight && !/[\s\\#]/.test(next);
    return { from: start, to: { line: start.line, column: start.column + (isTwoLong ? 2 : 1) } };
  }

  bracket(before: Located, whole: Located, opening: string): Anchors | null {
    const from = this.skipUntil(this.valid(this.endOf(before)), (character) => character === opening);
    return from === null ? null : { from, to: this.endOf(whole) };
  }

  /** The tree was read with one line more in front. */
  private endOf(node: Located): Place {
    const line = node.endLine - 2;
    return { line, column: columnOfByte(this.lines[line] ?? '', node.endColumn) };
  }

  private valid(place: Place): Place | null {
    let { line, column } = place;
    while (line < this.lines.length && column >= (this.lines[line] as string).length) [line, column] = [line + 1, 0];
    return line < this.lines.length ? { line, column } : null;
  }

  /** The first character from here on, outside comments and line joins, that is wanted. */
  private skipUntil(from: Place | null, isWanted: (character: string) => boolean): Place | null {
    let place = from;
    while (place !== null) {
      const character = (this.lines[place.line] as string)[place.column] as string;
      if (character === '\\' || character === '#') place = this.valid({ line: place.line + 1, column: 0 });
      else if (isWanted(character)) return place;
      else place = this.valid({ line: place.line, column: place.column + 1 });
    }
    return null;
  }
}
