/** The attributes of SyntaxError that tell its place. Models: Objects/exceptions.c. */
import { exceptionNamed } from '../objects/exception-types.ts';
import type { PyException } from '../objects/py-exception.ts';
import { syntaxErrorField, syntaxErrorFields } from '../vm/syntax-error.ts';
import { attribute } from './define.ts';

for (const name of syntaxErrorFields)
  attribute(
    exceptionNamed('SyntaxError'),
    name,
    (self) => syntaxErrorField(self as PyException, name),
    (self, value) => (self as PyException).set(name, value ?? null),
  );
