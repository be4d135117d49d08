/** The module `_ast_tree` (in CPython a part of compile()): the syntax tree of a text, for the library's `ast`. */
import { PyModule } from '../../objects/py-module.ts';
import { exactly, native } from '../../builtins/define.ts';
import { textOf } from '../../vm/compare.ts';
import { spendWork } from '../../vm/work-costs.ts';
import { fillModule } from '../native-class.ts';
import { rootNode } from './statement-nodes.ts';

/** What parsing a character costs, with the nodes it makes. */
const characterNs = 120;

const functions = [
  /** `tree(source, mode)`: None where the text is no program. */
  native('tree', exactly(2), (thread, args) => {
    const text = textOf(args[0] ?? null) ?? '';
    const mode = textOf(args[1] ?? null) as 'exec' | 'eval' | 'single';
    spendWork(thread, text.length * characterNs);
    const { root } = thread.interpreter.machine.parser.parse(text, mode);
    return root === null ? null : rootNode(root);
  }),
];

export function makeAstModule(): PyModule {
  return fillModule(new PyModule('_ast_tree'), functions);
}
