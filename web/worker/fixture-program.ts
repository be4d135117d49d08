/** Two tiny programs as instructions of the fixture machine: a lost update, and two locks taken crosswise. */

type FixtureAct =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'set';
      readonly name: string;
      readonly to: (locals: Record<string, number>, globals: Record<string, number>) => number;
      readonly scope: 'local' | 'global';
    }
  | { readonly kind: 'acquire' | 'release'; readonly resource: number }
  | { readonly kind: 'sleep'; readonly forNs: number }
  | { readonly kind: 'start'; readonly thread: number }
  | { readonly kind: 'join'; readonly thread: number }
  | { readonly kind: 'print'; readonly text: (globals: Record<string, number>) => string }
  | { readonly kind: 'jump'; readonly to: number; readonly whileBelow: number; readonly counter: string };

export interface FixtureOp {
  readonly line: number;
  readonly opcode: string;
  readonly argument: string;
  readonly act: FixtureAct;
  readonly canSwitch: boolean;
}

export interface FixtureProgram {
  readonly locks: readonly string[];
  readonly globals: Readonly<Record<string, number>>;
  readonly threads: readonly {
    readonly name: string;
    readonly functionName: string;
    readonly ops: readonly FixtureOp[];
  }[];
}

const none: FixtureAct = { kind: 'none' };

function op(line: number, opcode: string, argument = '', act: FixtureAct = none): FixtureOp {
  return { line, opcode, argument, act, canSwitch: true };
}

function mainOps(lines: {
  start: readonly number[];
  join: readonly number[];
  print: number;
  printed: string;
}): FixtureOp[] {
  return [
    op(1, 'RESUME', '0'),
    ...lines.start.map((line, index) => op(line, 'CALL', '0', { kind: 'start', thread: index + 1 })),
    ...lines.join.map((line, index) => op(line, 'CALL', '0', { kind: 'join', thread: index + 1 })),
    op(lines.print, 'LOAD_NAME', lines.printed),
    op(lines.print, 'CALL', '1', { kind: 'print', text: (globals) => `${String(globals[lines.printed] ?? 'done')}\n` }),
    op(lines.print, 'RETURN_CONST', 'None'),
  ];
}

const increment: FixtureOp[] = [
  op(6, 'RESUME', '0'),
  op(7, 'LOAD_GLOBAL', 'g', { kind: 'set', scope: 'local', name: 'seen', to: (_, globals) => globals['g'] ?? 0 }),
  op(7, 'LOAD_CONST', '1'),
  op(7, 'BINARY_OP', '+=', { kind: 'set', scope: 'local', name: 'sum', to: (locals) => (locals['seen'] ?? 0) + 1 }),
  op(7, 'STORE_GLOBAL', 'g', { kind: 'set', scope: 'global', name: 'g', to: (locals) => locals['sum'] ?? 0 }),
  op(6, 'JUMP_BACKWARD', '5', { kind: 'jump', to: 1, whileBelow: 60, counter: 'i' }),
  op(6, 'RETURN_CONST', 'None'),
];

export const lostUpdate: FixtureProgram = {
  locks: [],
  globals: { g: 0 },
  threads: [
    {
      name: 'MainThread',
      functionName: '<module>',
      ops: mainOps({ start: [11, 12], join: [13, 14], print: 15, printed: 'g' }),
    },
    { name: 'Thread-1', functionName: 'work', ops: increment },
    { name: 'Thread-2', functionName: 'work', ops: increment },
  ],
};

function eat(first: number, second: number): FixtureOp[] {
  return [
    op(8, 'RESUME', '0'),
    op(9, 'BEFORE_WITH', '', { kind: 'acquire', resource: first }),
    op(10, 'CALL', '1', { kind: 'print', text: () => 'one tool in hand\n' }),
    op(11, 'CALL', '1', { kind: 'sleep', forNs: 40_000 }),
    op(12, 'BEFORE_WITH', '', { kind: 'acquire', resource: second }),
    op(13, 'CALL', '1', { kind: 'print', text: () => 'eats\n' }),
    op(12, 'CALL', '3', { kind: 'release', resource: second }),
    op(9, 'CALL', '3', { kind: 'release', resource: first }),
    op(9, 'RETURN_CONST', 'None'),
  ];
}

export const crosswise: FixtureProgram = {
  locks: ['fork', 'knife'],
  globals: {},
  threads: [
    {
      name: 'MainThread',
      functionName: '<module>',
      ops: mainOps({ start: [18, 20], join: [21, 22], print: 23, printed: 'done' }),
    },
    { name: 'ann', functionName: 'eat', ops: eat(1, 2) },
    { name: 'bob', functionName: 'eat', ops: eat(2, 1) },
  ],
};
