/** signal.default_int_handler: what Ctrl-C does unless the program says otherwise. */
import { exactly, native } from '../../builtins/define.ts';
import { raised } from '../../vm/raise.ts';

export const interruptHandler = native('default_int_handler', exactly(2), () => {
  throw raised('KeyboardInterrupt');
});
