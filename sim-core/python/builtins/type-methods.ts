/** Gives the built-in types their methods. Each file adds those of one type, once, when it is loaded. */
import './exception-methods.ts';
import './syntax-error-fields.ts';
import './function-methods.ts';
import './make-function.ts';
import './code-contents.ts';
import './object-methods.ts';
import './reduce-built-in-types.ts';
import './reduce-methods.ts';
import './stream-methods.ts';
import './type-type-methods.ts';
import './types/all-type-methods.ts';
