"""What functions, classes and frames are made of: the basics."""

import sys
import types
import enum
import _lines

CO_VARARGS, CO_VARKEYWORDS, CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 4, 8, 32, 128, 256, 512


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
    return isbuiltin(object) or isfunction(object) or ismethod(object) or isinstance(object, types.MethodDescriptorType)


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


def stack(context=1):
    result = []
    frame = sys._getframe(1)
    while frame is not None:
        result.append(FrameInfo(frame, frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name))
        frame = frame.f_back
    return result


class FrameInfo(tuple):
    def __new__(cls, frame, filename, lineno, function):
        line = _lines.getline(filename, lineno)
        self = tuple.__new__(cls, (frame, filename, lineno, function, [line] if line else None, 0))
        self.frame, self.filename, self.lineno, self.function = self[:4]
        self.code_context, self.index = self[4:]
        return self


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
        raise OSError('could not get source code')
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


class _empty:
    pass


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name


def formatannotation(annotation):
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', '__main__'):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation).replace('typing.', '')


class Parameter:
    POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
    KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
    VAR_KEYWORD = _ParameterKind.VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def __str__(self):
        text = {2: '*', 4: '**'}.get(int(self.kind), '') + self.name
        if self.annotation is not _empty:
            text += ': ' + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (' = ' if self.annotation is not _empty else '=') + repr(self.default)
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        return isinstance(other, Parameter) and str(self) == str(other) and self.kind == other.kind

    def __hash__(self):
        return hash((self.name, self.kind))


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        found = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (3, 4) or name not in self.arguments:
                break
            value = self.arguments[name]
            found.extend(value) if parameter.kind == 2 else found.append(value)
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                if parameter.kind == 3:
                    found[name] = self.arguments[name]
                elif parameter.kind == 4:
                    found.update(self.arguments[name])
        return found

    def apply_defaults(self):
        filled = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind == 2:
                filled[name] = ()
            elif parameter.kind == 4:
                filled[name] = {}
        self.arguments = filled

    def __repr__(self):
        return f'<BoundArguments ({", ".join(f"{k}={v!r}" for k, v in self.arguments.items())})>'


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {p.name: p for p in parameters or ()}
        self.return_annotation = return_annotation

    def replace(self, *, parameters=None, return_annotation=_empty):
        return Signature(self.parameters.values() if parameters is None else parameters,
                         return_annotation=self.return_annotation if return_annotation is _empty else return_annotation)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        args = list(args)
        for name, parameter in self.parameters.items():
            if parameter.kind == 2:
                if args:
                    arguments[name] = tuple(args)
                    args = []
            elif parameter.kind == 4:
                if kwargs:
                    arguments[name] = kwargs
                    kwargs = {}
            elif args and parameter.kind in (0, 1):
                if name in kwargs and parameter.kind == 1:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = args.pop(0)
            elif name in kwargs and parameter.kind != 0:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                kind = ' keyword-only' if parameter.kind == 3 else ''
                raise TypeError(f'missing a required{kind} argument: {name!r}')
        if args:
            raise TypeError('too many positional arguments')
        if kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, arguments)

    def __str__(self):
        parts = []
        star_given = slash_due = False
        for parameter in self.parameters.values():
            if parameter.kind == 0:
                slash_due = True
            elif slash_due:
                parts.append('/')
                slash_due = False
            if parameter.kind == 2:
                star_given = True
            elif parameter.kind == 3 and not star_given:
                parts.append('*')
                star_given = True
            parts.append(str(parameter))
        if slash_due:
            parts.append('/')
        text = f'({", ".join(parts)})'
        if self.return_annotation is not _empty:
            text += f' -> {formatannotation(self.return_annotation)}'
        return text

    def __repr__(self):
        return f'<Signature {self}>'


def signature(obj, *, follow_wrapped=True, **kwargs):
    if ismethod(obj):
        made = signature(obj.__func__)
        return made.replace(parameters=list(made.parameters.values())[1:])
    if follow_wrapped:
        obj = unwrap(obj)
    if isclass(obj):
        init = obj.__init__ if isfunction(obj.__init__) else obj.__new__ if isfunction(obj.__new__) else None
        if init is None:
            return Signature()
        made = signature(init)
        return Signature(list(made.parameters.values())[1:])
    if not isfunction(obj):
        call = getattr(type(obj), '__call__', None)
        if isfunction(call):
            made = signature(call)
            return made.replace(parameters=list(made.parameters.values())[1:])
        if not callable(obj):
            raise TypeError(f'{obj!r} is not a callable object')
        raise ValueError(f'no signature found for builtin {obj!r}')
    code = obj.__code__
    names = code.co_varnames
    annotations = obj.__annotations__
    defaults = obj.__defaults__ or ()
    keyword_defaults = obj.__kwdefaults__ or {}
    count = code.co_argcount
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for i, name in enumerate(names[:count]):
        at = i - (count - len(defaults))
        add(name, Parameter.POSITIONAL_ONLY if i < code.co_posonlyargcount else Parameter.POSITIONAL_OR_KEYWORD,
            defaults[at] if at >= 0 else _empty)
    at = count + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        add(names[at], Parameter.VAR_POSITIONAL)
        at += 1
    for name in names[count:count + code.co_kwonlyargcount]:
        add(name, Parameter.KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[at], Parameter.VAR_KEYWORD)
    return Signature(parameters, return_annotation=annotations.get('return', _empty))
