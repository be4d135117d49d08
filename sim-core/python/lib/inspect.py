"""What functions, classes, frames and sources are made of."""

import collections.abc
import enum
import functools
import sys
import types
from collections import OrderedDict, namedtuple
from keyword import iskeyword
from operator import attrgetter
import _lines

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED = 1, 2, 4, 8, 16
CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 32, 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    if hasattr(kind, '__set__') or hasattr(kind, '__delete__'):
        return False
    return hasattr(kind, '__get__') or isinstance(object, types.MethodDescriptorType)


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return (hasattr(kind, '__set__') or hasattr(kind, '__delete__')
            or isinstance(object, (property, types.GetSetDescriptorType, types.MemberDescriptorType)))


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return (isinstance(object, types.CoroutineType)
            or isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
            or hasattr(type(object), '__await__'))


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, '__abstractmethods__', None))


def _has_flag(f, flag):
    while ismethod(f):
        f = f.__func__
    f = getattr(f, 'func', f) if type(f).__name__ == 'partial' else f
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    if generator.gi_frame is None:
        return GEN_CLOSED
    return GEN_CREATED


def getgeneratorlocals(generator):
    frame = getattr(generator, 'gi_frame', None)
    return {} if frame is None else frame.f_locals


CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = 'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'AGEN_CLOSED'


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getcoroutinelocals(coroutine):
    frame = getattr(coroutine, 'cr_frame', None)
    return {} if frame is None else frame.f_locals


def getasyncgenstate(agen):
    if agen.ag_running:
        return AGEN_RUNNING
    if agen.ag_suspended:
        return AGEN_SUSPENDED
    return AGEN_CLOSED if agen.ag_frame is None else AGEN_CREATED


def currentframe():
    return sys._getframe(1)


_Traceback = namedtuple('_Traceback', ('filename', 'lineno', 'function', 'code_context', 'index'))
_FrameInfo = namedtuple('_FrameInfo', ('frame',) + _Traceback._fields)


class Traceback(_Traceback):
    """Where a frame is: file, line, function, the lines around."""

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        instance = super().__new__(cls, filename, lineno, function, code_context, index)
        instance.positions = positions
        return instance

    def __repr__(self):
        return ('Traceback(filename={!r}, lineno={!r}, function={!r}, code_context={!r}, index={!r}, positions={!r})'
                .format(self.filename, self.lineno, self.function, self.code_context, self.index, self.positions))


class FrameInfo(_FrameInfo):
    """A frame and where it is."""

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        instance = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        instance.positions = positions
        return instance

    def __repr__(self):
        return ('FrameInfo(frame={!r}, filename={!r}, lineno={!r}, function={!r}, code_context={!r}, index={!r}, '
                'positions={!r})').format(self.frame, self.filename, self.lineno, self.function, self.code_context,
                                          self.index, self.positions)


def getframeinfo(frame, context=1):
    """Where a frame or a traceback is, with so many lines of source around."""
    if istraceback(frame):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    else:
        if not isframe(frame):
            raise TypeError('{!r} is not a frame or traceback object'.format(frame))  #@1679
        lineno = frame.f_lineno
    filename = frame.f_code.co_filename
    lines = index = None
    if context > 0:
        found = _lines.getlines(filename)
        if found:
            start = max(0, min(lineno - 1 - context // 2, len(found) - context))
            lines = found[start:start + context]
            index = lineno - 1 - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index)


def getlineno(frame):
    return frame.f_lineno


def getouterframes(frame, context=1):
    """The frame and those that called it, the innermost first."""
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """The frames of a traceback, the outermost first."""
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    exc = sys.exception()
    tb = None if exc is None else exc.__traceback__
    return getinnerframes(tb, context)


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, '__module__', None))


def getfile(object):
    if ismodule(object):
        return object.__file__
    if isclass(object):
        return sys.modules[object.__module__].__file__
    if ismethod(object):
        object = object.__func__
    code = getattr(object, '__code__', object)
    return code.co_filename


getsourcefile = getfile


def getsourcelines(object):
    if ismethod(object):
        object = object.__func__
    while hasattr(object, '__wrapped__'):
        object = object.__wrapped__
    lines = _lines.getlines(getfile(object))
    if not lines:
        raise OSError('could not get source code')  #@1078
    if isclass(object):
        start = object.__firstlineno__ - 1 if hasattr(object, '__firstlineno__') else next(
            i for i, line in enumerate(lines) if line.lstrip().startswith(f'class {object.__name__}'))
    else:
        start = object.__code__.co_firstlineno - 1
    margin = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    began = not lines[start].lstrip().startswith('@')
    while end < len(lines):
        line = lines[end]
        if line.strip() and len(line) - len(line.lstrip()) <= margin:
            if began and not line.lstrip().startswith((')', ']', '}')):
                break
            began = began or line.lstrip().startswith(('def ', 'class ', 'async def '))
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return lines[start:end], start + 1


def getsource(object):
    return ''.join(getsourcelines(object)[0])


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margins = [len(line) - len(line.lstrip(' ')) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip(' ')] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    return cleandoc(doc) if isinstance(doc, str) else None


def getmembers(object, predicate=None):
    results = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            results.append((name, value))
    results.sort(key=lambda pair: pair[0])
    return results


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    while hasattr(func, '__wrapped__') and (stop is None or not stop(func)):
        func = func.__wrapped__
    return func


class _void:
    """Nothing was given."""


class _empty:
    """Stands where there is no default and no annotation."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 'positional-only'
    POSITIONAL_OR_KEYWORD = 'positional or keyword'
    VAR_POSITIONAL = 'variadic positional'
    KEYWORD_ONLY = 'keyword-only'
    VAR_KEYWORD = 'variadic keyword'

    def __new__(cls, description):
        value = len(cls.__members__)
        member = int.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member

    def __str__(self):
        return self.name


_POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
_POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
_VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
_KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
_VAR_KEYWORD = _ParameterKind.VAR_KEYWORD


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a function, class or module; texts are evaluated if asked for."""
    if isinstance(obj, type):
        found = obj.__dict__.get('__annotations__', None)
        if isinstance(found, types.GetSetDescriptorType):
            found = None
        module = sys.modules.get(getattr(obj, '__module__', None))
        own_globals = getattr(module, '__dict__', None)
        own_locals = dict(vars(obj))
    elif isinstance(obj, types.ModuleType):
        found = getattr(obj, '__annotations__', None)
        own_globals, own_locals = obj.__dict__, None
    elif callable(obj):
        found = getattr(obj, '__annotations__', None)
        own_globals, own_locals = getattr(obj, '__globals__', None), None
    else:
        raise TypeError(f'{obj!r} is not a module, class, or callable.')  #@254
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f'{obj!r}.__annotations__ is neither a dict nor None')  #@260
    if not found:
        return {}
    if not eval_str:
        return dict(found)
    globals = own_globals if globals is None else globals
    locals = own_locals if locals is None else locals
    return {key: eval(value, globals, locals) if isinstance(value, str) else value for key, value in found.items()}


def formatannotation(annotation, base_module=None):
    if getattr(annotation, '__module__', None) == 'typing':
        import re
        return re.sub(r'[\w\.]+', lambda match: match.group().removeprefix('typing.'), repr(annotation))
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


def formatannotationrelativeto(object):
    module = getattr(object, '__module__', None)

    def _formatannotation(annotation):
        return formatannotation(annotation, module)
    return _formatannotation


class Parameter:
    """One parameter: its name, how it may be given, its default, its annotation."""

    __slots__ = ('_name', '_kind', '_default', '_annotation')
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')  #@2726
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            msg = '{} parameters cannot have default values'
            raise ValueError(msg.format(self._kind.description))
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')  #@2736
        if not isinstance(name, str):
            raise TypeError('name must be a str, not a {}'.format(type(name).__name__))
        if name[0] == '.' and name[1:].isdigit():
            if self._kind != _POSITIONAL_OR_KEYWORD:
                msg = 'implicit arguments must be passed as positional or keyword arguments, not {}'
                raise ValueError(msg.format(self._kind.description))
            self._kind = _POSITIONAL_ONLY
            name = 'implicit{}'.format(name[1:])
        is_keyword = iskeyword(name) and self._kind is not _POSITIONAL_ONLY
        if is_keyword or not name.isidentifier():
            raise ValueError('{!r} is not a valid parameter name'.format(name))  #@2761
        self._name = name

    def __reduce__(self):
        return (type(self), (self._name, self._kind), {'_default': self._default, '_annotation': self._annotation})

    def __setstate__(self, state):
        self._default = state['_default']
        self._annotation = state['_annotation']

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = '{}: {}'.format(text, formatannotation(self._annotation))
        if self._default is not _empty:
            text += (' = ' if self._annotation is not _empty else '=') + repr(self._default)
        return {_VAR_POSITIONAL: '*', _VAR_KEYWORD: '**'}.get(self._kind, '') + text

    __replace__ = replace

    def __repr__(self):
        return '<{} "{}">'.format(self.__class__.__name__, self)

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind and self._default == other._default
                and self._annotation == other._annotation)


class BoundArguments:
    """Which argument went to which parameter."""

    __slots__ = ('arguments', '_signature', '__weakref__')

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        found = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if param.kind == _VAR_POSITIONAL:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        started = False
        for name, param in self._signature.parameters.items():
            if not started:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if not started or name not in self.arguments:
                continue
            if param.kind == _VAR_KEYWORD:
                found.update(self.arguments[name])
            else:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        filled = []
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                filled.append((name, self.arguments[name]))
            elif param.default is not _empty:
                filled.append((name, param.default))
            elif param.kind is _VAR_POSITIONAL:
                filled.append((name, ()))
            elif param.kind is _VAR_KEYWORD:
                filled.append((name, {}))
        self.arguments = dict(filled)

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __setstate__(self, state):
        self._signature = state['_signature']
        self.arguments = state['arguments']

    def __getstate__(self):
        return {'_signature': self._signature, 'arguments': self.arguments}

    def __repr__(self):
        shown = ['{}={!r}'.format(name, value) for name, value in self.arguments.items()]
        return '<{} ({})>'.format(self.__class__.__name__, ', '.join(shown))


def _checked(parameters):
    """The parameters by name, in an order that a function could have."""
    params = OrderedDict()
    top_kind = _POSITIONAL_ONLY
    seen_default = False
    seen_var = set()
    for param in parameters:
        kind, name = param.kind, param.name
        if kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            if kind in seen_var:
                raise ValueError(f'more than one {kind.description} parameter')
            seen_var.add(kind)
        if kind < top_kind:
            msg = 'wrong parameter order: {} parameter before {} parameter'
            raise ValueError(msg.format(top_kind.description, kind.description))
        top_kind = kind
        if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            if param.default is _empty:
                if seen_default:
                    raise ValueError('non-default argument follows default argument')
            else:
                seen_default = True
        if name in params:
            raise ValueError('duplicate parameter name: {!r}'.format(name))
        params[name] = param
    return params


class Signature:
    """The parameters of a function and what it returns."""

    __slots__ = ('_return_annotation', '_parameters')
    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        if parameters is None:
            params = OrderedDict()
        elif __validate_parameters__:
            params = _checked(parameters)
        else:
            params = OrderedDict((param.name, param) for param in parameters)
        self._parameters = types.MappingProxyType(params)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature(obj, cls, follow_wrapped, globals, locals, eval_str)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        if parameters is _void:
            parameters = self.parameters.values()
        if return_annotation is _void:
            return_annotation = self._return_annotation
        return type(self)(parameters, return_annotation=return_annotation)

    __replace__ = replace

    def _hash_basis(self):
        params = tuple(param for param in self.parameters.values() if param.kind != _KEYWORD_ONLY)
        kwo_params = {param.name: param for param in self.parameters.values() if param.kind == _KEYWORD_ONLY}
        return params, kwo_params, self.return_annotation

    def __hash__(self):
        params, kwo_params, return_annotation = self._hash_basis()
        return hash((params, frozenset(kwo_params.values()), return_annotation))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._hash_basis() == other._hash_basis()

    def _bind(self, args, kwargs, *, partial=False):
        arguments = {}
        waiting = list(self.parameters.values())
        args = list(args)
        rest = None
        misplaced = []
        while waiting:
            param = waiting[0]
            if args:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    raise TypeError('too many positional arguments') from None
                waiting.pop(0)
                if param.kind == _VAR_POSITIONAL:
                    arguments[param.name] = tuple(args)
                    args = []
                    break
                if param.name in kwargs and param.kind != _POSITIONAL_ONLY:
                    raise TypeError('multiple values for argument {arg!r}'.format(arg=param.name)) from None
                arguments[param.name] = args.pop(0)
                continue
            if param.kind == _VAR_POSITIONAL:
                break
            if param.name in kwargs:
                if param.kind == _POSITIONAL_ONLY:
                    waiting.pop(0)
                    misplaced.append(param)
                    continue
                break
            if param.kind == _VAR_KEYWORD or param.default is not _empty or partial:
                break
            argtype = ' keyword-only' if param.kind == _KEYWORD_ONLY else ''
            raise TypeError('missing a required{argtype} argument: {arg!r}'.format(arg=param.name, argtype=argtype)) from None
        if args:
            raise TypeError('too many positional arguments') from None
        for param in waiting:
            if param.kind == _VAR_KEYWORD:
                rest = param
            elif param.kind != _VAR_POSITIONAL:
                if param.name in kwargs:
                    arguments[param.name] = kwargs.pop(param.name)
                elif not partial and param.default is _empty:
                    raise TypeError('missing a required argument: {arg!r}'.format(arg=param.name)) from None
        if kwargs:
            if rest is not None:
                arguments[rest.name] = kwargs
            elif misplaced:
                raise TypeError('got some positional-only arguments passed as keyword arguments: {arg!r}'.format(
                    arg=', '.join(param.name for param in misplaced)))
            else:
                raise TypeError('got an unexpected keyword argument {arg!r}'.format(arg=next(iter(kwargs))))
        return self._bound_arguments_cls(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def __reduce__(self):
        return (type(self), (tuple(self._parameters.values()),), {'_return_annotation': self._return_annotation})

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']

    def __repr__(self):
        return '<{} {}>'.format(self.__class__.__name__, self)

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        parts = []
        slash_due = False
        star_due = True
        for param in self.parameters.values():
            if param.kind == _POSITIONAL_ONLY:
                slash_due = True
            elif slash_due:
                parts.append('/')
                slash_due = False
            if param.kind == _VAR_POSITIONAL:
                star_due = False
            elif param.kind == _KEYWORD_ONLY and star_due:
                parts.append('*')
                star_due = False
            parts.append(str(param))
        if slash_due:
            parts.append('/')
        rendered = '({})'.format(', '.join(parts))
        if max_width is not None and len(rendered) > max_width:
            rendered = '(\n    ' + ',\n    '.join(parts) + '\n)'
        if self.return_annotation is not _empty:
            rendered += ' -> {}'.format(formatannotation(self.return_annotation))
        return rendered


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of anything that can be called."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                                   eval_str=eval_str)


def _without_first(sig):
    params = tuple(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')  #@2099
    if params[0].kind in (_POSITIONAL_OR_KEYWORD, _POSITIONAL_ONLY):
        params = params[1:]
    return sig.replace(parameters=params)


def _of_partial(wrapped, partial):
    """What is left of a signature where some arguments are given already."""
    given_kwargs = partial.keywords or {}
    try:
        bound = wrapped.bind_partial(*partial.args, **given_kwargs)
    except TypeError as ex:
        raise ValueError('partial object {!r} has incorrect arguments'.format(partial)) from ex
    params = OrderedDict(wrapped.parameters.items())
    keyword_from_here = False
    for name, param in wrapped.parameters.items():
        if name in bound.arguments:
            if param.kind is _POSITIONAL_ONLY:
                params.pop(name)
                continue
            if param.kind is _POSITIONAL_OR_KEYWORD:
                if name in given_kwargs:
                    keyword_from_here = True
                    params[name] = param.replace(default=bound.arguments[name])
                else:
                    params.pop(name)
                    continue
            if param.kind is _KEYWORD_ONLY:
                params[name] = param.replace(default=bound.arguments[name])
        if keyword_from_here:
            if param.kind is _POSITIONAL_OR_KEYWORD:
                params[name] = params[name].replace(kind=_KEYWORD_ONLY)
                params.move_to_end(name)
            elif param.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                params.move_to_end(name)
            elif param.kind is _VAR_POSITIONAL:
                params.pop(param.name)
    return wrapped.replace(parameters=params.values())


def _of_function(cls, func, globals, locals, eval_str):
    code = func.__code__
    names = code.co_varnames
    annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    defaults = func.__defaults__ or ()
    keyword_defaults = func.__kwdefaults__ or {}
    count, only_count = code.co_argcount, code.co_kwonlyargcount
    make = cls._parameter_cls
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(make(name, kind, default=default, annotation=annotations.get(name, _empty)))
    for place, name in enumerate(names[:count]):
        at = place - (count - len(defaults))
        add(name, _POSITIONAL_ONLY if place < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD,
            defaults[at] if at >= 0 else _empty)
    at = count + only_count
    if code.co_flags & CO_VARARGS:
        add(names[at], _VAR_POSITIONAL)
        at += 1
    for name in names[count:count + only_count]:
        add(name, _KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[at], _VAR_KEYWORD)
    return cls(parameters, return_annotation=annotations.get('return', _empty), __validate_parameters__=False)


def _signature(obj, cls, follow_wrapped=True, globals=None, locals=None, eval_str=False, skip_bound_arg=True):
    def of(other, skip_bound_arg=skip_bound_arg):
        return _signature(other, cls, follow_wrapped, globals, locals, eval_str, skip_bound_arg)
    if not callable(obj):
        raise TypeError('{!r} is not a callable object'.format(obj))  #@2494
    if isinstance(obj, types.MethodType):
        made = of(obj.__func__)
        return _without_first(made) if skip_bound_arg else made
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return of(obj)
    made = getattr(obj, '__signature__', None)
    if made is not None and not isinstance(obj, type):
        if not isinstance(made, Signature):
            raise TypeError('unexpected object {!r} in __signature__ attribute'.format(made))
        return made
    if isfunction(obj):
        return _of_function(cls, obj, globals, locals, eval_str)
    if isinstance(obj, functools.partial):
        return _of_partial(of(obj.func), obj)
    if isinstance(obj, type):
        own = vars(obj).get('__signature__')
        if isinstance(own, Signature):
            return own
        call = getattr(type(obj), '__call__', None)
        if isfunction(call):
            return _without_first(of(call))
        new, init = obj.__new__, obj.__init__
        for base in obj.__mro__:
            if isfunction(base.__dict__.get('__init__')):
                return _without_first(of(init))
            made_by = base.__dict__.get('__new__')
            if isinstance(made_by, staticmethod) or isfunction(made_by):
                return _without_first(of(new))
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return cls()
        raise ValueError('no signature found for builtin type {!r}'.format(obj))
    if isinstance(obj, (types.BuiltinFunctionType, types.MethodDescriptorType)):
        raise ValueError('no signature found for builtin {!r}'.format(obj))
    call = getattr(type(obj), '__call__', None)
    if call is not None:
        made = of(call)
        return _without_first(made) if skip_bound_arg else made
    raise ValueError('callable {!r} is not supported by signature'.format(obj))  #@2655


FullArgSpec = namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')
ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')
Arguments = namedtuple('Arguments', 'args, varargs, varkw')
ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')
Attribute = namedtuple('Attribute', 'name kind defining_class object')


def getfullargspec(func):
    """The names and defaults of a function's parameters."""
    try:
        sig = _signature(func, Signature, follow_wrapped=False, skip_bound_arg=False)
    except Exception as ex:
        raise TypeError('unsupported callable') from ex  #@1372
    args, varargs, varkw, kwonlyargs = [], None, None, []
    posonly, defaults, kwdefaults, annotations = [], (), {}, {}
    if sig.return_annotation is not _empty:
        annotations['return'] = sig.return_annotation
    for param in sig.parameters.values():
        kind, name = param.kind, param.name
        if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            (posonly if kind is _POSITIONAL_ONLY else args).append(name)
            if param.default is not _empty:
                defaults += (param.default,)
        elif kind is _VAR_POSITIONAL:
            varargs = name
        elif kind is _KEYWORD_ONLY:
            kwonlyargs.append(name)
            if param.default is not _empty:
                kwdefaults[name] = param.default
        else:
            varkw = name
        if param.annotation is not _empty:
            annotations[name] = param.annotation
    return FullArgSpec(posonly + args, varargs, varkw, defaults or None, kwonlyargs, kwdefaults or None, annotations)


def getargs(co):
    if not iscode(co):
        raise TypeError('{!r} is not a code object'.format(co))  #@1307
    names = co.co_varnames
    count = co.co_argcount
    at = count + co.co_kwonlyargcount
    varargs = varkw = None
    if co.co_flags & CO_VARARGS:
        varargs = names[at]
        at += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[at]
    return Arguments(list(names[:count]) + list(names[count:count + co.co_kwonlyargcount]), varargs, varkw)


def getargvalues(frame):
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def getcallargs(func, /, *positional, **named):
    """Which value each parameter would have in such a call."""
    spec = getfullargspec(func)
    f_name = func.__name__
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
    found = {}
    given, count = len(positional), len(spec.args)
    for name, value in zip(spec.args, positional):
        found[name] = value
    if spec.varargs:
        found[spec.varargs] = tuple(positional[count:])
    allowed = set(spec.args + spec.kwonlyargs)
    if spec.varkw:
        found[spec.varkw] = {}
    for name, value in named.items():
        if name not in allowed:
            if not spec.varkw:
                raise TypeError('%s() got an unexpected keyword argument %r' % (f_name, name))
            found[spec.varkw][name] = value
            continue
        if name in found:
            raise TypeError('%s() got multiple values for argument %r' % (f_name, name))
        found[name] = value
    if given > count and not spec.varargs:
        plural = '' if count == 1 else 's'
        verb = 'was' if given == 1 else 'were'
        raise TypeError('%s() takes %d positional argument%s but %d %s given' % (f_name, count, plural, given, verb))
    default_count = len(spec.defaults or ())
    required = spec.args[:count - default_count]
    lacking = [name for name in required if name not in found]
    if lacking:
        _lacks(f_name, lacking, True)
    for name, value in zip(spec.args[count - default_count:], spec.defaults or ()):
        found.setdefault(name, value)
    lacking = []
    for name in spec.kwonlyargs:
        if name not in found:
            if spec.kwonlydefaults and name in spec.kwonlydefaults:
                found[name] = spec.kwonlydefaults[name]
            else:
                lacking.append(name)
    if lacking:
        _lacks(f_name, lacking, False)
    return found


def _lacks(f_name, names, positional):
    shown = [repr(name) for name in names]
    if len(shown) <= 2:
        text = ' and '.join(shown)
    else:
        text = ', '.join(shown[:-2]) + ', {} and {}'.format(*shown[-2:])
    raise TypeError('%s() missing %i required %s argument%s: %s' % (
        f_name, len(shown), 'positional' if positional else 'keyword-only', '' if len(shown) == 1 else 's', text))


def getclosurevars(func):
    """What the names in a function that are not its own stand for."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError('{!r} is not a Python function'.format(func))
    code = func.__code__
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    own_globals = func.__globals__
    own_builtins = own_globals.get('__builtins__', sys.modules['builtins'].__dict__)
    if ismodule(own_builtins):
        own_builtins = own_builtins.__dict__
    found_globals, found_builtins, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ('None', 'True', 'False'):
            continue
        try:
            found_globals[name] = own_globals[name]
        except KeyError:
            try:
                found_builtins[name] = own_builtins[name]
            except KeyError:
                unbound.add(name)
    return ClosureVars(nonlocals, found_globals, found_builtins, unbound)


_sentinel = object()


def getattr_static(obj, attr, default=_sentinel):
    """The attribute without running descriptors or __getattr__."""
    is_type = isinstance(obj, type)
    own = _sentinel
    if not is_type:
        try:
            own = object.__getattribute__(obj, '__dict__').get(attr, _sentinel)
        except AttributeError:
            own = _sentinel
    for kind in (obj if is_type else type(obj)).__mro__:
        if attr in kind.__dict__:
            found = kind.__dict__[attr]
            if not is_type and own is not _sentinel and not isdatadescriptor(found):
                return own
            return found
    if own is not _sentinel:
        return own
    if is_type:
        for kind in type(obj).__mro__:
            if attr in kind.__dict__:
                return kind.__dict__[attr]
    if default is not _sentinel:
        return default
    raise AttributeError(attr)  #@1859


def getmembers_static(object, predicate=None):
    results = []
    for name in dir(object):
        value = getattr_static(object, name, _sentinel)
        if value is not _sentinel and (predicate is None or predicate(value)):
            results.append((name, value))
    results.sort(key=lambda pair: pair[0])
    return results


def classify_class_attrs(cls):
    """What each attribute of a class is, and where it comes from."""
    result = []
    for name in dir(cls):
        for base in cls.__mro__:
            if name in base.__dict__:
                home, found = base, base.__dict__[name]
                break
        else:
            home, found = None, getattr(cls, name)
        if isinstance(found, staticmethod):
            kind = 'static method'
        elif isinstance(found, classmethod):
            kind = 'class method'
        elif isinstance(found, property):
            kind = 'property'
        else:
            kind = 'method' if isroutine(found) else 'data'
        result.append(Attribute(name, kind, home, found))
    return result


def getclasstree(classes, unique=False):
    """Classes in nested lists: below each those that derive from it."""
    children = {}
    roots = []
    for c in classes:
        if c.__bases__:
            for parent in c.__bases__:
                children.setdefault(parent, [])
                if c not in children[parent]:
                    children[parent].append(c)
                if unique and parent in classes:
                    break
        elif c not in roots:
            roots.append(c)
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    results = []
    classes.sort(key=attrgetter('__module__', '__name__'))
    for c in classes:
        results.append((c, c.__bases__))
        if c in children:
            results.append(walktree(children[c], children, c))
    return results


def getmodulename(path):
    name = path.rsplit('/', 1)[-1]
    return name[:-3] if name.endswith('.py') else None


def getabsfile(object, _filename=None):
    return getsourcefile(object) if _filename is None else _filename


def findsource(object):
    """All lines of its file, and at which of them it begins."""
    lines, lineno = getsourcelines(object)
    return _lines.getlines(getfile(object)), lineno - 1


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f'{agen!r} is not a Python async generator')  #@1977
    frame = getattr(agen, 'ag_frame', None)
    return {} if frame is None else agen.ag_frame.f_locals


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: '*' + name,
                    formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value)):
    specs = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        specs.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        specs.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return '(' + ', '.join(specs) + ')'


class BufferFlags(enum.IntFlag):
    SIMPLE = 0x0
    WRITABLE = 0x1
    FORMAT = 0x4
    ND = 0x8


_markers = object()


def markcoroutinefunction(func):
    """Says that what the function returns is to be awaited."""
    if hasattr(func, '__func__'):
        func = func.__func__
    func._is_coroutine_mark = _markers
    return func
