/** The module `_opcode`: what is to be known of each opcode, and the names of operators. Models: Modules/_opcode.c. Leaves out: specialised and instrumented opcodes. */
import { PyDict } from '../objects/py-dict.ts';
import { PyList } from '../objects/py-list.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import {
  binaryIntrinsics,
  binaryOperators,
  cellOpcodes,
  constantOpcodes,
  localOpcodes,
  nameOpcodes,
  unaryIntrinsics,
} from '../compiler/opcode-operands.ts';
import { jumpEffect, stackEffect } from '../compiler/flow-graph/stack-effect.ts';
import { cacheSizes, hasArgument, jumpOpcodes, opcodeNames } from '../compiler/opcodes.ts';
import { exactly, named, native } from '../builtins/define.ts';
import { raised } from '../vm/raise.ts';
import { fillModule } from './native-class.ts';

const extendedArg = 71;
const operatorNames = `ADD AND FLOOR_DIVIDE LSHIFT MATRIX_MULTIPLY MULTIPLY REMAINDER OR POWER RSHIFT SUBTRACT TRUE_DIVIDE XOR`;

function operators(): PyList {
  const names = operatorNames.split(' ');
  return new PyList(
    binaryOperators.map((sign, at) => {
      const name = names[at % names.length] as string;
      return new PyTuple([at < names.length ? `NB_${name}` : `NB_INPLACE_${name}`, sign]);
    }),
  );
}

const questions: readonly (readonly [string, (opcode: number) => boolean])[] = [
  ['has_arg', (opcode) => hasArgument(opcode)],
  ['has_const', (opcode) => constantOpcodes.has(opcode)],
  ['has_name', (opcode) => nameOpcodes.has(opcode)],
  ['has_jump', (opcode) => jumpOpcodes.has(opcode)],
  ['has_free', (opcode) => cellOpcodes.has(opcode)],
  ['has_local', (opcode) => localOpcodes.has(opcode)],
  ['has_exc', () => false],
  ['is_valid', (opcode) => opcodeNames[opcode] !== undefined],
];

const functions = [
  ...questions.map(([name, holds]) => native(name, exactly(1), (_thread, args) => holds(Number(args[0])))),
  native('get_nb_ops', exactly(0), operators),
  native('get_intrinsic1_descs', exactly(0), () => new PyList([...unaryIntrinsics])),
  native('get_intrinsic2_descs', exactly(0), () => new PyList([...binaryIntrinsics])),
  native('get_opmap', exactly(0), () => {
    const names = new PyDict();
    for (let opcode = 0; opcode < 256; opcode += 1) {
      const name = opcode === extendedArg ? 'EXTENDED_ARG' : opcodeNames[opcode];
      if (name !== undefined) names.set(name, opcode);
    }
    return names;
  }),
  native('stack_effect', named(1, 'opcode', 'oparg', 'jump'), (_thread, args) => {
    const [opcode, argument = 0, jump = null] = args;
    const number = Number(opcode);
    const isValid = opcodeNames[number] !== undefined || number === extendedArg;
    if (!isValid) throw raised('ValueError', 'invalid opcode or oparg');
    const direct = stackEffect(number, Number(argument ?? 0));
    if (jump === false) return direct;
    const jumping = jumpOpcodes.has(number) ? jumpEffect(number, Number(argument ?? 0)) : direct;
    return jump === true ? jumping : Math.max(direct, jumping);
  }),
  native('get_cache_size', exactly(1), (_thread, args) => cacheSizes[Number(args[0])] ?? 0),
];

export function makeOpcodeModule(): PyModule {
  return fillModule(new PyModule('_opcode', 'Opcode support module.'), functions);
}
