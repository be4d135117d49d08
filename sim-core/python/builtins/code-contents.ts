/** What lies in code objects: their bytes, their places in the source, for `dis`. Models: the getters of Objects/codeobject.c. */
import { codeType } from '../objects/builtin-types.ts';
import type { LoadedCode } from '../objects/loaded-code.ts';
import { PyBytes } from '../objects/py-bytes.ts';
import { PyList } from '../objects/py-list.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import type { CodeObject } from '../compiler/code-object.ts';
import { codeBytes, exceptionTableBytes, instructionOfUnits } from '../compiler/dis/code-bytes.ts';
import { iteratorSteps } from '../vm/iterate-all.ts';
import { raised } from '../vm/raise.ts';
import { attribute, exactly, method, methodSteps } from './define.ts';

const code = (self: Value | undefined): CodeObject => (self as LoadedCode).source;

for (const name of ['co_code', '_co_code_adaptive'])
  attribute(codeType, name, (self) => new PyBytes(codeBytes(code(self))));
attribute(codeType, 'co_exceptiontable', (self) => new PyBytes(exceptionTableBytes(code(self))));

const placeOrNone = (place: number | undefined): Value => (place === undefined || place < 0 ? null : place);

methodSteps(codeType, 'co_positions', exactly(0), function* positions(thread, args) {
  const self = code(args[0]);
  const places = instructionOfUnits(self).map((index) => {
    const [line, endLine, column, endColumn] = self.positions.subarray(4 * index, 4 * index + 4);
    return new PyTuple([line, endLine, column, endColumn].map(placeOrNone));
  });
  return yield* iteratorSteps(thread, new PyList(places));
});
methodSteps(codeType, 'co_lines', exactly(0), function* lines(thread, args) {
  const self = code(args[0]);
  const units = instructionOfUnits(self);
  const lineOf = (unit: number): number => self.positions[4 * (units[unit] as number)] ?? -1;
  const ranges: Value[] = [];
  for (let start = 0; start < units.length;) {
    let end = start;
    while (end < units.length && lineOf(end) === lineOf(start)) end += 1;
    ranges.push(new PyTuple([2 * start, 2 * end, placeOrNone(lineOf(start))]));
    start = end;
  }
  return yield* iteratorSteps(thread, new PyList(ranges));
});
method(codeType, '_varname_from_oparg', exactly(1), (_thread, args) => {
  const name = code(args[0]).localsPlusNames[args[1] as number];
  if (name === undefined) throw raised('IndexError', 'tuple index out of range');
  return name;
});
