"""Syntax trees: what the parser makes of source text, as objects."""

import _ast_tree
import re

PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_ONLY_AST = 0x400
PyCF_OPTIMIZED_AST = 0x8400
PyCF_TYPE_COMMENTS = 0x1000


class AST:
    """A node: its fields are attributes, named in _fields."""

    _fields = ()
    _attributes = ()
    _field_types = {}
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        kind = type(self).__name__
        fields = self._fields
        if len(args) > len(fields):
            plural = '' if len(fields) == 1 else 's'
            raise TypeError(f'{kind} constructor takes at most {len(fields)} positional argument{plural}')
        for name, value in zip(fields, args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            if name in fields[:len(args)]:
                raise TypeError(f'{kind} got multiple values for argument {name!r}')
            if name not in fields and name not in self._attributes:
                import warnings
                warnings.warn(f"{kind}.__init__ got an unexpected keyword argument {name!r}. Support for arbitrary "
                              f"keyword arguments is deprecated and will be removed in Python 3.15.",
                              DeprecationWarning, stacklevel=2)
            setattr(self, name, value)
        for place, name in enumerate(fields):
            if place < len(args) or name in kwargs:
                continue
            wanted = self._wanted.get(name)
            if wanted == '*':
                setattr(self, name, [])
            elif wanted == 'expr_context':
                setattr(self, name, Load())
            elif wanted != '?':
                import warnings
                warnings.warn(f'{kind}.__init__ missing 1 required positional argument: {name!r}. This will become an '
                              f'error in Python 3.15.', DeprecationWarning, stacklevel=2)

    _wanted = {}

    def __reduce__(self):
        return _restored, (type(self), dict(vars(self)))


def _restored(kind, state):
    made = kind.__new__(kind)
    vars(made).update(state)
    return made


# Each sum: its base, whether its nodes have places, and what they are made of; `*` many, `?` perhaps one.
_grammar = '''
mod - Module(stmt* body, type_ignore* type_ignores) Interactive(stmt* body) Expression(expr body)
mod - FunctionType(expr* argtypes, expr returns)
stmt + FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
stmt + AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
stmt + ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params)
stmt + Return(expr? value) Delete(expr* targets) Assign(expr* targets, expr value, string? type_comment)
stmt + TypeAlias(expr name, type_param* type_params, expr value) AugAssign(expr target, operator op, expr value)
stmt + AnnAssign(expr target, expr annotation, expr? value, int simple)
stmt + For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
stmt + AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
stmt + While(expr test, stmt* body, stmt* orelse) If(expr test, stmt* body, stmt* orelse)
stmt + With(withitem* items, stmt* body, string? type_comment) AsyncWith(withitem* items, stmt* body, string? type_comment)
stmt + Match(expr subject, match_case* cases) Raise(expr? exc, expr? cause)
stmt + Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
stmt + TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
stmt + Assert(expr test, expr? msg) Import(alias* names) ImportFrom(identifier? module, alias* names, int? level)
stmt + Global(identifier* names) Nonlocal(identifier* names) Expr(expr value) Pass() Break() Continue()
expr + BoolOp(boolop op, expr* values) NamedExpr(expr target, expr value) BinOp(expr left, operator op, expr right)
expr + UnaryOp(unaryop op, expr operand) Lambda(arguments args, expr body) IfExp(expr test, expr body, expr orelse)
expr + Dict(expr?* keys, expr* values) Set(expr* elts) ListComp(expr elt, comprehension* generators)
expr + SetComp(expr elt, comprehension* generators) DictComp(expr key, expr value, comprehension* generators)
expr + GeneratorExp(expr elt, comprehension* generators) Await(expr value) Yield(expr? value) YieldFrom(expr value)
expr + Compare(expr left, cmpop* ops, expr* comparators) Call(expr func, expr* args, keyword* keywords)
expr + FormattedValue(expr value, int conversion, expr? format_spec) JoinedStr(expr* values)
expr + Constant(constant value, string? kind) Attribute(expr value, identifier attr, expr_context ctx)
expr + Subscript(expr value, expr slice, expr_context ctx) Starred(expr value, expr_context ctx)
expr + Name(identifier id, expr_context ctx) List(expr* elts, expr_context ctx) Tuple(expr* elts, expr_context ctx)
expr + Slice(expr? lower, expr? upper, expr? step)
expr_context - Load() Store() Del()
boolop - And() Or()
operator - Add() Sub() Mult() MatMult() Div() Mod() Pow() LShift() RShift() BitOr() BitXor() BitAnd() FloorDiv()
unaryop - Invert() Not() UAdd() USub()
cmpop - Eq() NotEq() Lt() LtE() Gt() GtE() Is() IsNot() In() NotIn()
excepthandler + ExceptHandler(expr? type, identifier? name, stmt* body)
type_ignore - TypeIgnore(int lineno, string tag)
pattern + MatchValue(expr value) MatchSingleton(constant value) MatchSequence(pattern* patterns)
pattern + MatchMapping(expr* keys, pattern* patterns, identifier? rest)
pattern + MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns) MatchStar(identifier? name)
pattern + MatchAs(pattern? pattern, identifier? name) MatchOr(pattern* patterns)
type_param + TypeVar(identifier name, expr? bound, expr? default_value) ParamSpec(identifier name, expr? default_value)
type_param + TypeVarTuple(identifier name, expr? default_value)
AST - comprehension(expr target, expr iter, expr* ifs, int is_async)
AST - arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr?* kw_defaults, arg? kwarg, expr* defaults)
AST + arg(identifier arg, expr? annotation, string? type_comment) keyword(identifier? arg, expr value)
AST + alias(identifier name, identifier? asname)
AST - withitem(expr context_expr, expr? optional_vars) match_case(pattern pattern, expr? guard, stmt* body)
'''
_places = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')


def _define(base_name, has_places, name, fields):
    space = globals()
    if base_name not in space:
        sum_of = {'__module__': 'ast', '_attributes': _places if has_places else ()}
        if has_places:
            sum_of.update(end_lineno=None, end_col_offset=None)
        space[base_name] = type(base_name, (AST,), sum_of)
    pairs = [field.split(' ') for field in fields.split(', ')] if fields else []
    names = tuple(field for wanted, field in pairs)
    wanted = {field: '*' if kind[-1] == '*' else '?' if kind[-1] == '?' else kind for kind, field in pairs}
    body = {'__module__': 'ast', '_fields': names, '__match_args__': names, '_wanted': wanted,
            '__doc__': f'{name}({fields})' if fields else name}
    if base_name == 'AST':
        body['_attributes'] = _places if has_places else ()
        if has_places:
            body.update(end_lineno=None, end_col_offset=None)
    # What may be left out is None where the class says so.
    body.update((field, None) for field, kind in wanted.items() if kind == '?')
    space[name] = type(name, (space[base_name],), body)


for _line in _grammar.strip().split('\n'):
    _base, _mark, _rest = _line.split(' ', 2)
    for _name, _fields in re.findall(r'(\w+)\((.*?)\)', _rest):
        _define(_base, _mark == '+', _name, _fields)
_singletons = {name: globals()[name]() for name in
               'Load Store Del And Or Add Sub Mult MatMult Div Mod Pow LShift RShift BitOr BitXor BitAnd FloorDiv Invert '
               'Not UAdd USub Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn'.split()}


def _built(spec):
    if type(spec) is list:
        return [_built(item) for item in spec]
    if type(spec) is not tuple:
        return spec
    name, values, place = spec
    if name in _singletons:
        return _singletons[name]
    kind = globals()[name]
    node = kind.__new__(kind)
    if name == 'Constant':
        node.value, node.kind = values
    else:
        for field, value in zip(kind._fields, values):
            setattr(node, field, _built(value))
    if place is not None:
        node.lineno, node.col_offset, node.end_lineno, node.end_col_offset = place
    return node


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None, optimize=-1):
    """The tree of a source text."""
    if isinstance(source, AST):
        return source
    if isinstance(source, (bytes, bytearray)):
        source = bytes(source).decode('utf-8')
    if mode not in ('exec', 'eval', 'single', 'func_type'):
        raise ValueError("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
    tree = _ast_tree.tree(source, mode)
    if tree is None:
        compile(source, filename, mode)
    return _built(tree)


def literal_eval(node_or_string):
    """The value of an expression of literals: numbers, texts, containers, True, False, None; nothing is run."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(' \t'), mode='eval')
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _literal(node_or_string)


def _raise_malformed_node(node):
    msg = 'malformed node or string'
    if lno := getattr(node, 'lineno', None):
        msg += f' on line {lno}'
    raise ValueError(msg + f': {node!r}')  #@75


def _number(node):
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _raise_malformed_node(node)
    return node.value


def _signed_number(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        operand = _number(node.operand)
        return +operand if isinstance(node.op, UAdd) else -operand
    return _number(node)


def _literal(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(_literal, node.elts))
    if isinstance(node, List):
        return list(map(_literal, node.elts))
    if isinstance(node, Set):
        return set(map(_literal, node.elts))
    if (isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == 'set'
            and node.args == node.keywords == []):
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _raise_malformed_node(node)
        return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left, right = _signed_number(node.left), _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _signed_number(node)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """A tree as text; with an indent on lines of its own."""
    if not isinstance(node, AST):
        raise TypeError('expected AST, got %r' % node.__class__.__name__)  #@197
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent

    def shown(node, level=0):
        if indent is not None:
            level += 1
            prefix = '\n' + indent * level
            separator = ',\n' + indent * level
        else:
            prefix, separator = '', ', '
        if isinstance(node, list):
            if not node:
                return '[]', True
            return '[%s%s]' % (prefix, separator.join(shown(x, level)[0] for x in node)), False
        if not isinstance(node, AST):
            return repr(node), True
        cls = type(node)
        args, waiting = [], []
        all_simple = True
        keywords = annotate_fields
        for name in node._fields:
            try:
                value = getattr(node, name)
            except AttributeError:
                keywords = True
                continue
            if value is None and getattr(cls, name, ...) is None:
                keywords = True
                continue
            if not show_empty:
                if value == []:
                    if not keywords:
                        waiting.append(repr(value))
                    continue
                if not keywords:
                    args.extend(waiting)
                    waiting = []
            value, simple = shown(value, level)
            all_simple = all_simple and simple
            args.append('%s=%s' % (name, value) if keywords else value)
        if include_attributes and node._attributes:
            for name in node._attributes:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    continue
                if value is None and getattr(cls, name, ...) is None:
                    continue
                value, simple = shown(value, level)
                all_simple = all_simple and simple
                args.append('%s=%s' % (name, value))
        if all_simple and len(args) <= 3:
            return '%s(%s)' % (node.__class__.__name__, ', '.join(args)), not args
        return '%s(%s%s)' % (node.__class__.__name__, prefix, separator.join(args)), False
    return shown(node)[0]


def copy_location(new_node, old_node):
    for attr in 'lineno', 'col_offset', 'end_lineno', 'end_col_offset':
        if attr in old_node._attributes and attr in new_node._attributes:
            value = getattr(old_node, attr, None)
            if value is not None or (hasattr(old_node, attr) and attr.startswith('end_')):
                setattr(new_node, attr, value)
    return new_node


def fix_missing_locations(node):
    """Gives nodes without a place that of the node around them."""
    def fix(node, lineno, col_offset, end_lineno, end_col_offset):
        if 'lineno' in node._attributes:
            if not hasattr(node, 'lineno'):
                node.lineno = lineno
            else:
                lineno = node.lineno
        if 'end_lineno' in node._attributes:
            if getattr(node, 'end_lineno', None) is None:
                node.end_lineno = end_lineno
            else:
                end_lineno = node.end_lineno
        if 'col_offset' in node._attributes:
            if not hasattr(node, 'col_offset'):
                node.col_offset = col_offset
            else:
                col_offset = node.col_offset
        if 'end_col_offset' in node._attributes:
            if getattr(node, 'end_col_offset', None) is None:
                node.end_col_offset = end_col_offset
            else:
                end_col_offset = node.end_col_offset
        for child in iter_child_nodes(node):
            fix(child, lineno, col_offset, end_lineno, end_col_offset)
    fix(node, 1, 0, 1, 0)
    return node


def increment_lineno(node, n=1):
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, 'lineno', 0) + n
            continue
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if 'end_lineno' in child._attributes and (end_lineno := getattr(child, 'end_lineno', 0)) is not None:
            child.end_lineno = end_lineno + n
    return node


def iter_fields(node):
    for field in node._fields:
        try:
            yield field, getattr(node, field)
        except AttributeError:
            pass


def iter_child_nodes(node):
    for name, field in iter_fields(node):
        if isinstance(field, AST):
            yield field
        elif isinstance(field, list):
            for item in field:
                if isinstance(item, AST):
                    yield item


def get_docstring(node, clean=True):
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % (node.__class__.__name__))
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    node = node.body[0].value
    if not (isinstance(node, Constant) and isinstance(node.value, str)):
        return None
    if clean:
        import inspect
        return inspect.cleandoc(node.value)
    return node.value


def get_source_segment(source, node, *, padded=False):
    """The text a node was made of; None if it has no place."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = [line.encode() for line in re.findall(r'.*?(?:\r\n|\n|\r|\Z)', source, re.S)][first:last + 1]
    if first == last:
        return lines[0][start:end].decode()
    padding = re.sub(rb'[^\f\t]', b' ', lines[0][:start]) if padded else b''
    return b''.join([padding + lines[0][start:], *lines[1:-1], lines[-1][:end]]).decode()


def walk(node):
    """The node and all below it, those nearer to the root first."""
    todo = [node]
    for node in todo:
        todo.extend(iter_child_nodes(node))
        yield node


class NodeVisitor:
    """Calls visit_Name for nodes of each class; generic_visit goes on to the children."""

    def visit(self, node):
        return getattr(self, 'visit_' + node.__class__.__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        for field, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)


class NodeTransformer(NodeVisitor):
    """Puts what its methods return in the place of the node; None takes it away, a list takes several."""

    def generic_visit(self, node):
        for field, old_value in iter_fields(node):
            if isinstance(old_value, list):
                new_values = []
                for value in old_value:
                    if isinstance(value, AST):
                        value = self.visit(value)
                        if value is None:
                            continue
                        elif not isinstance(value, AST):
                            new_values.extend(value)
                            continue
                    new_values.append(value)
                old_value[:] = new_values
            elif isinstance(old_value, AST):
                new_node = self.visit(old_value)
                if new_node is None:
                    delattr(node, field)
                else:
                    setattr(node, field, new_node)
        return node
