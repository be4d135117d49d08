/**
 * The parameters of functions and lambdas, and type parameters.
 * Models: CPython 3.13, Grammar/python.gram, "Function parameters", "Lambda functions", "TYPE PARAMS".
 */
import type { Expression, Parameter, Parameters, TypeParameter } from './ast.ts';
import { startsExpression } from './parse-expression.ts';
import type { ParserState } from './parser-state.ts';

interface Reading {
  readonly found: Parameters;
  /** The parenthesis or colon that ends the list. */
  readonly close: string;
  readonly isLambda: boolean;
  hasSlash: boolean;
  hasStar: boolean;
}

/** Everything up to, but not with, the closing parenthesis or colon. */
export function parameters(state: ParserState, isLambda: boolean): Parameters {
  const found: Parameters = {
    positionalOnly: [],
    positional: [],
    varArgs: null,
    keywordOnly: [],
    keywordDefaults: [],
    varKeywords: null,
    defaults: [],
  };
  const reading: Reading = { found, close: isLambda ? ':' : ')', isLambda, hasSlash: false, hasStar: false };
  while (!state.is(reading.close)) {
    if (found.varKeywords !== null) failAfterKeywords(state);
    if (state.is('/')) slash(state, reading);
    else if (state.is('*')) star(state, reading);
    else if (state.is('**')) doubleStar(state, reading);
    else plain(state, reading);
    if (!state.accept(',')) break;
  }
  return found;
}

function failAfterKeywords(state: ParserState): never {
  const { symbol } = state.current;
  if (state.current.kind === 'name' || symbol === '*' || symbol === '**' || symbol === '/') {
    state.failAtToken('arguments cannot follow var-keyword argument');
  }
  state.fail();
}

function slash(state: ParserState, reading: Reading): void {
  const { found } = reading;
  if (reading.hasSlash) state.failAtToken('/ may appear only once');
  if (reading.hasStar) state.failAtToken('/ must be ahead of *');
  if (found.positional.length === 0) state.failAtToken('at least one argument must precede /');
  state.next();
  reading.hasSlash = true;
  found.positionalOnly = found.positional;
  found.positional = [];
}

function star(state: ParserState, reading: Reading): void {
  const { found } = reading;
  if (reading.hasStar) state.failAtToken('* argument may appear only once');
  const token = state.next();
  reading.hasStar = true;
  if (state.is(',')) {
    const after = state.peek();
    if (after.symbol === reading.close || after.symbol === '**') {
      state.failAt('named arguments must follow bare *', state.placeOf(token));
    }
    return;
  }
  if (state.is(reading.close)) state.failAt('named arguments must follow bare *', state.placeOf(token));
  found.varArgs = parameter(state, reading, true);
  if (state.is('=')) state.failAtToken('var-positional argument cannot have default value');
}

function doubleStar(state: ParserState, reading: Reading): void {
  state.next();
  reading.found.varKeywords = parameter(state, reading, false);
  if (state.is('=')) state.failAtToken('var-keyword argument cannot have default value');
}

function plain(state: ParserState, reading: Reading): void {
  const { found } = reading;
  if (state.is('(')) failOnParentheses(state, reading);
  const node = parameter(state, reading, false);
  const value = defaultValue(state, reading);
  if (reading.hasStar) {
    found.keywordOnly.push(node);
    found.keywordDefaults.push(value);
    return;
  }
  if (value !== null) found.defaults.push(value);
  else if (found.defaults.length > 0) {
    state.failAt('parameter without a default follows parameter with a default', node);
  }
  found.positional.push(node);
}

function failOnParentheses(state: ParserState, reading: Reading): never {
  const open = state.next();
  while (state.current.kind === 'name' || state.is(',')) state.next();
  if (!state.is(')')) state.fail();
  const noun = reading.isLambda ? 'Lambda expression parameters' : 'Function parameters';
  state.failAt(`${noun} cannot be parenthesized`, state.placeOf(open, state.current));
}

function parameter(state: ParserState, reading: Reading, isVarArgs: boolean): Parameter {
  const token = state.expectName();
  const name = state.nameOf(token);
  const annotation = !reading.isLambda && state.accept(':') ? annotated(state, isVarArgs) : null;
  return { name, annotation, ...state.spanFrom(token) };
}

/** `*args: *Ts` is allowed. */
function annotated(state: ParserState, isVarArgs: boolean): Expression {
  return isVarArgs && state.is('*') ? state.rules.starNamedExpression(state) : state.rules.expression(state);
}

function defaultValue(state: ParserState, reading: Reading): Expression | null {
  if (!state.is('=')) return null;
  const equals = state.next();
  if (state.is(reading.close) || state.is(',')) {
    state.failAt('expected default value expression', state.placeOf(equals));
  }
  return state.rules.expression(state);
}

/** `[T, *Ts, **P]` after a name, or nothing. */
export function typeParameters(state: ParserState): TypeParameter[] {
  if (!state.is('[')) return [];
  const open = state.next();
  const found: TypeParameter[] = [];
  if (state.is(']')) state.failAt('Type parameter list cannot be empty', state.placeOf(open, state.current));
  while (!state.is(']')) {
    found.push(typeParameter(state));
    if (!state.accept(',')) break;
  }
  state.expect(']');
  return found;
}

function typeParameter(state: ParserState): TypeParameter {
  const start = state.current;
  if (state.accept('*')) {
    const name = state.nameOf(state.expectName());
    failOnBound(state, 'TypeVarTuple');
    const defaultValue = state.accept('=') ? state.rules.starExpressions(state) : null;
    return { kind: 'TypeVarTuple', name, bound: null, defaultValue, ...state.spanFrom(start) };
  }
  if (state.accept('**')) {
    const name = state.nameOf(state.expectName());
    failOnBound(state, 'ParamSpec');
    const defaultValue = state.accept('=') ? state.rules.expression(state) : null;
    return { kind: 'ParamSpec', name, bound: null, defaultValue, ...state.spanFrom(start) };
  }
  const name = state.nameOf(state.expectName());
  const bound = state.accept(':') ? state.rules.expression(state) : null;
  const defaultValue = state.accept('=') ? state.rules.expression(state) : null;
  return { kind: 'TypeVar', name, bound, defaultValue, ...state.spanFrom(start) };
}

function failOnBound(state: ParserState, kind: string): void {
  if (!state.is(':')) return;
  const colon = state.next();
  if (!startsExpression(state)) state.fail();
  const bound = state.rules.expression(state);
  const what = bound.kind === 'Tuple' ? 'constraints' : 'bound';
  state.failAt(`cannot use ${what} with ${kind}`, state.placeOf(colon));
}
