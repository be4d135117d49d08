import { expect, test } from 'vitest';
import { scenarioOf } from '../../scenario/scenario.ts';
import { Simulation } from '../../simulation/simulation.ts';
import { createPythonParser } from '../syntax/parser.ts';

function outcomeOf(program: string): { readonly printed: string; readonly outcome: unknown } {
  const simulation = new Simulation(scenarioOf(program), createPythonParser());
  simulation.runTo(20_000_000);
  const { output, outcome } = simulation.trace();
  return { printed: output.map((piece) => piece.text).join(''), outcome };
}

test('a name that CPython has and we lack ends the run by its name', () => {
  expect(outcomeOf('import os\nprint("so far")\nos.memfd_create("x")\n')).toMatchObject({
    printed: 'so far\n',
    outcome: { kind: 'unsupported', feature: "'memfd_create' of module 'os'", line: 3 },
  });
  expect(outcomeOf('from os import memfd_create\n').outcome).toMatchObject({ kind: 'unsupported', line: 1 });
});

test('a program may ask for such a name; a name that nobody has is an error of the program', () => {
  const program = `import os, threading
print(hasattr(os, 'memfd_create'), getattr(os, 'memfd_create', None))
try:
    threading.Tread
except AttributeError as error:
    print(error)
try:
    from collections import Countr
except ImportError as error:
    print(error)
`;
  expect(outcomeOf(program).printed).toBe(`False None
module 'threading' has no attribute 'Tread'
cannot import name 'Countr' from 'collections' (/usr/local/lib/python3.13/collections/__init__.py)
`);
});
