"""Names for annotations. Nothing here is checked while a program runs."""

import collections
import collections.abc

import sys
import types
from abc import abstractmethod, ABCMeta
from types import GenericAlias


def _type_repr(obj):
    if isinstance(obj, type):
        if obj.__module__ == 'builtins':
            return obj.__qualname__
        return f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    if isinstance(obj, list):
        return '[' + ', '.join(_type_repr(t) for t in obj) + ']'
    return repr(obj)


def _convert(arg):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    return arg


def _parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            if arg not in found:
                found.append(arg)
        elif isinstance(arg, list):
            found.extend(p for p in _parameters(arg) if p not in found)
        else:
            found.extend(p for p in getattr(arg, '__parameters__', ()) if p not in found
                         and not isinstance(arg, type))
    return tuple(found)


class _Final:
    __slots__ = ()


class ForwardRef(_Final):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _SpecialForm(_Final):
    def __init__(self, function):
        self._getitem = function
        self._name = function.__name__
        self.__doc__ = function.__doc__

    def __getattr__(self, item):
        if item in ('__name__', '__qualname__'):
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __repr__(self):
        return 'typing.' + self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')

    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _GenericAlias(_Final):
    def __init__(self, origin, args, *, name=None):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self._name = name
        self.__parameters__ = _parameters(self.__args__)

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        if self.__args__:
            return f'{name}[{", ".join(_type_repr(a) for a in self.__args__)}]'
        return f'{name}[()]'

    def __call__(self, *args, **kwargs):
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __getattr__(self, attr):
        if '__origin__' in self.__dict__ and not (attr.startswith('__') and attr.endswith('__')):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        result = []
        if self.__origin__ not in bases:
            result.append(self.__origin__)
        i = bases.index(self)
        if not any(isinstance(b, _GenericAlias) or (isinstance(b, type) and issubclass(b, Generic)) for b in bases[i + 1:]):
            if not (isinstance(self.__origin__, type) and issubclass(self.__origin__, Generic)):
                result.append(Generic)
        return tuple(result)

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        replaced = dict(zip(self.__parameters__, map(_convert, args)))

        def substitute(arg):
            if isinstance(arg, (TypeVar, ParamSpec)) and arg in replaced:
                return replaced[arg]
            if isinstance(arg, (_GenericAlias, GenericAlias)) and arg.__parameters__:
                return arg[tuple(replaced[p] for p in arg.__parameters__)]
            return arg
        return self.__class__(self.__origin__, tuple(substitute(a) for a in self.__args__), name=self._name)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')


class _UnionGenericAlias(_GenericAlias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is type(None):
                return f'typing.Optional[{_type_repr(args[1])}]'
            if args[1] is type(None):
                return f'typing.Optional[{_type_repr(args[0])}]'
        return super().__repr__()

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, types.UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, obj):
        return isinstance(obj, tuple(self.__args__))

    def __subclasscheck__(self, cls):
        return issubclass(cls, tuple(self.__args__))


class _CallableGenericAlias(_GenericAlias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and args[0] is ...:
            return f'typing.Callable[..., {_type_repr(args[1])}]'
        return f'typing.Callable[[{", ".join(_type_repr(a) for a in args[:-1])}], {_type_repr(args[-1])}]'


class _SpecialAlias(_Final):
    'List, Dict, … : other names for builtin and collections classes.'

    def __init__(self, origin, name):
        self.__origin__ = origin
        self._name = name

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if self._name == 'Callable':
            args, result = params
            args = tuple(map(_convert, args)) if isinstance(args, (list, tuple)) else (args,)
            return _CallableGenericAlias(self.__origin__, args + (_convert(result),), name='Callable')
        return _GenericAlias(self.__origin__, tuple(map(_convert, params)), name=self._name)

    def __call__(self, *args, **kwds):
        return self.__origin__(*args, **kwds)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __getattr__(self, attr):
        if attr.startswith('__') and attr.endswith('__'):
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        if self is Any:
            return 'typing.Any'
        return super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


@_SpecialForm
def Union(self, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for p in map(_convert, parameters):
        for t in (p.__args__ if isinstance(p, (_UnionGenericAlias, types.UnionType)) else (p,)):
            if t not in flat:
                flat.append(t)
    if len(flat) == 1:
        return flat[0]
    return _UnionGenericAlias(self, tuple(flat), name='Union')


@_SpecialForm
def Optional(self, parameters):
    return Union[parameters, type(None)]


@_SpecialForm
def Literal(self, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    return _LiteralAlias(self, parameters, name='Literal')


class _LiteralAlias(_GenericAlias):
    def __repr__(self):
        return f'typing.Literal[{", ".join(map(repr, self.__args__))}]'


def _one(name):
    def form(self, parameters):
        return _GenericAlias(self, (_convert(parameters),), name=name)
    form.__name__ = name
    return _SpecialForm(form)


def _plain(name):
    def form(self, parameters):
        raise TypeError(f'{self} is not subscriptable')
    form.__name__ = name
    return _SpecialForm(form)


ClassVar = _one('ClassVar')
Final = _one('Final')
TypeGuard = _one('TypeGuard')
TypeIs = _one('TypeIs')
Required = _one('Required')
NotRequired = _one('NotRequired')
ReadOnly = _one('ReadOnly')
Unpack = _one('Unpack')
NoReturn = _plain('NoReturn')
Never = _plain('Never')
Self = _plain('Self')
LiteralString = _plain('LiteralString')
TypeAlias = _plain('TypeAlias')


@_SpecialForm
def Concatenate(self, parameters):
    return _GenericAlias(self, parameters if isinstance(parameters, tuple) else (parameters,), name='Concatenate')


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata, *, name=None):
        super().__init__(origin, (origin,), name='Annotated')
        self.__metadata__ = metadata

    def __repr__(self):
        return f'typing.Annotated[{_type_repr(self.__origin__)}, {", ".join(repr(a) for a in self.__metadata__)}]'


@_SpecialForm
def Annotated(self, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    return _AnnotatedAlias(_convert(params[0]), params[1:])


class _NoDefaultType:
    def __repr__(self):
        return 'typing.NoDefault'

    def __reduce__(self):
        return 'NoDefault'


NoDefault = _NoDefaultType()


class _Variable:
    """What TypeVar, ParamSpec and TypeVarTuple have in common: bounds and defaults are worked out when they are asked for."""

    _evaluate_default = None
    _default = NoDefault

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        if self.__covariant__:
            return '+' + self.__name__
        if self.__contravariant__:
            return '-' + self.__name__
        return '~' + self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def __reduce__(self):
        return self.__name__

    @property
    def __default__(self):
        if self._evaluate_default is not None:
            self._default = self._evaluate_default()
            self._evaluate_default = None
        return self._default

    def has_default(self):
        return self._evaluate_default is not None or self._default is not NoDefault

    def _note(self, name, default, module):
        self.__name__ = name
        self._default = default
        self.__module__ = module


def _caller():
    return sys._getframe(2).f_globals.get('__name__')


def _check_variance(covariant, contravariant, infer_variance):
    if covariant and contravariant:
        raise ValueError('Bivariant types are not supported.')
    if infer_variance and (covariant or contravariant):
        raise ValueError('Variance cannot be specified with infer_variance.')


class TypeVar(_Variable):
    _evaluate_bound = None
    _evaluate_constraints = None

    def __init__(self, name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False,
                 infer_variance=False):
        _check_variance(covariant, contravariant, infer_variance)
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self._note(name, default, _caller())
        self._constraints = tuple(map(_convert, constraints))
        self._bound = None if bound is None else _convert(bound)
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance

    @property
    def __bound__(self):
        if self._evaluate_bound is not None:
            self._bound = self._evaluate_bound()
            self._evaluate_bound = None
        return self._bound

    @property
    def __constraints__(self):
        if self._evaluate_constraints is not None:
            self._constraints = self._evaluate_constraints()
            self._evaluate_constraints = None
        return self._constraints


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'

    def __eq__(self, other):
        return type(self) is type(other) and self.__origin__ == other.__origin__


class ParamSpecKwargs(ParamSpecArgs):
    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'


class ParamSpec(_Variable):
    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        _check_variance(covariant, contravariant, infer_variance)
        self._note(name, default, _caller())
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(_Variable):
    def __init__(self, name, *, default=NoDefault):
        self._note(name, default, _caller())

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


def _made(variable, name, function=None, attribute=None):
    """A type parameter of the syntax of PEP 695."""
    module = sys._getframe(2).f_globals.get('__name__')
    variable.__module__ = module
    if attribute is not None:
        setattr(variable, attribute, function)
    return variable


def _set_default(variable, evaluate):
    variable._evaluate_default = evaluate
    return variable


def _subscript_generic(parameters):
    _check_defaults(parameters)
    return Generic[tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p for p in parameters)]


def _check_defaults(parameters):
    with_default = after_tuple = False
    for parameter in parameters:
        if parameter.has_default():
            if after_tuple and isinstance(parameter, TypeVar):
                raise TypeError('Type parameter with a default follows TypeVarTuple')
            with_default = True
        elif with_default:
            raise TypeError(f'Type parameter {parameter!r} without a default follows type parameter with a default')
        after_tuple = after_tuple or isinstance(parameter, TypeVarTuple)


def _alias(parts):
    name, type_params, evaluate = parts
    alias = TypeAliasType.__new__(TypeAliasType)
    alias.__name__ = name
    alias.__type_params__ = type_params or ()
    alias._evaluate = evaluate
    alias.__module__ = sys._getframe(1).f_globals.get('__name__')
    return alias


# What CALL_INTRINSIC_1 and _2 do, by their numbers.
_intrinsics_1 = {
    7: lambda name: _made(TypeVar(name, infer_variance=True), name),
    8: lambda name: _made(ParamSpec(name, infer_variance=True), name),
    9: lambda name: _made(TypeVarTuple(name), name),
    10: _subscript_generic,
    11: _alias,
}
_intrinsics_2 = {
    2: lambda name, evaluate: _made(TypeVar(name, infer_variance=True), name, evaluate, '_evaluate_bound'),
    3: lambda name, evaluate: _made(TypeVar(name, infer_variance=True), name, evaluate, '_evaluate_constraints'),
    5: _set_default,
}


class Generic:
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        return _GenericAlias(cls, tuple(map(_convert, params)))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        params = []
        for base in cls.__dict__.get('__orig_bases__', ()):
            if isinstance(base, (_GenericAlias, GenericAlias)):
                for p in base.__parameters__:
                    if p not in params:
                        params.append(p)
        cls.__parameters__ = tuple(params)


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        if super().__instancecheck__(instance):
            return True
        return all(hasattr(instance, name) for name in _protocol_names(cls))

    def __subclasscheck__(cls, other):
        if not getattr(cls, '_is_protocol', False):
            return super().__subclasscheck__(other)
        if not getattr(cls, '_is_runtime_protocol', False) and cls is not Protocol and sys._getframe(1).f_globals.get('__name__') not in ('abc', 'functools', 'typing'):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        return super().__subclasscheck__(other)


def _protocol_names(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic') or not getattr(base, '_is_protocol', False):
            continue
        names.update(n for n in base.__dict__ if not n.startswith('_abc_') and n not in _ignored)
        names.update(base.__dict__.get('__annotations__', ()))
    return names


_ignored = {'__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__',
            '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__', '__match_args__', '__parameters__',
            '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol', '__static_attributes__',
            '__firstlineno__', '__protocol_attrs__', '__hash__', '__qualname__'}


def _no_init(self, *args, **kwargs):
    raise TypeError('Protocols cannot be instantiated')


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if cls._is_protocol:
            if '__init__' not in cls.__dict__:
                cls.__init__ = _no_init
            if '__subclasshook__' not in cls.__dict__:
                def __subclasshook__(own, other):
                    if not own.__dict__.get('_is_protocol', False):
                        return NotImplemented
                    for name in _protocol_names(own):
                        if not any(name in base.__dict__ or name in base.__dict__.get('__annotations__', ())
                                   for base in other.__mro__):
                            return NotImplemented
                    return True
                cls.__subclasshook__ = classmethod(__subclasshook__)
        elif cls.__init__ is _no_init:
            cls.__init__ = object.__init__


def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError('@runtime_checkable can be only applied to protocol classes, got %r' % cls)
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    @abstractmethod
    def __bytes__(self):
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __complex__(self):
        pass



@runtime_checkable
class SupportsInt(Protocol):
    @abstractmethod
    def __int__(self): ...


@runtime_checkable
class SupportsFloat(Protocol):
    @abstractmethod
    def __float__(self): ...


@runtime_checkable
class SupportsIndex(Protocol):
    @abstractmethod
    def __index__(self): ...


@runtime_checkable
class SupportsAbs(Protocol):
    @abstractmethod
    def __abs__(self): ...


@runtime_checkable
class SupportsRound(Protocol):
    @abstractmethod
    def __round__(self, ndigits=0): ...


T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
AnyStr = TypeVar('AnyStr', bytes, str)

List = _SpecialAlias(list, 'List')
Dict = _SpecialAlias(dict, 'Dict')
Set = _SpecialAlias(set, 'Set')
FrozenSet = _SpecialAlias(frozenset, 'FrozenSet')
Tuple = _SpecialAlias(tuple, 'Tuple')
Type = _SpecialAlias(type, 'Type')
Deque = _SpecialAlias(collections.deque, 'Deque')
DefaultDict = _SpecialAlias(collections.defaultdict, 'DefaultDict')
OrderedDict = _SpecialAlias(collections.OrderedDict, 'OrderedDict')
Counter = _SpecialAlias(collections.Counter, 'Counter')
ChainMap = _SpecialAlias(collections.ChainMap, 'ChainMap')
Hashable = _SpecialAlias(collections.abc.Hashable, 'Hashable')
Awaitable = _SpecialAlias(collections.abc.Awaitable, 'Awaitable')
Coroutine = _SpecialAlias(collections.abc.Coroutine, 'Coroutine')
AsyncIterable = _SpecialAlias(collections.abc.AsyncIterable, 'AsyncIterable')
AsyncIterator = _SpecialAlias(collections.abc.AsyncIterator, 'AsyncIterator')
AsyncGenerator = _SpecialAlias(collections.abc.AsyncGenerator, 'AsyncGenerator')
Iterable = _SpecialAlias(collections.abc.Iterable, 'Iterable')
Iterator = _SpecialAlias(collections.abc.Iterator, 'Iterator')
Generator = _SpecialAlias(collections.abc.Generator, 'Generator')
Reversible = _SpecialAlias(collections.abc.Reversible, 'Reversible')
Sized = _SpecialAlias(collections.abc.Sized, 'Sized')
Container = _SpecialAlias(collections.abc.Container, 'Container')
Collection = _SpecialAlias(collections.abc.Collection, 'Collection')
Callable = _SpecialAlias(collections.abc.Callable, 'Callable')
AbstractSet = _SpecialAlias(collections.abc.Set, 'AbstractSet')
MutableSet = _SpecialAlias(collections.abc.MutableSet, 'MutableSet')
Mapping = _SpecialAlias(collections.abc.Mapping, 'Mapping')
MutableMapping = _SpecialAlias(collections.abc.MutableMapping, 'MutableMapping')
Sequence = _SpecialAlias(collections.abc.Sequence, 'Sequence')
MutableSequence = _SpecialAlias(collections.abc.MutableSequence, 'MutableSequence')
MappingView = _SpecialAlias(collections.abc.MappingView, 'MappingView')
KeysView = _SpecialAlias(collections.abc.KeysView, 'KeysView')
ItemsView = _SpecialAlias(collections.abc.ItemsView, 'ItemsView')
ValuesView = _SpecialAlias(collections.abc.ValuesView, 'ValuesView')
Text = str
TYPE_CHECKING = False


def __getattr__(name):
    if name in ('ContextManager', 'AsyncContextManager'):
        import contextlib
        return _SpecialAlias(getattr(contextlib, 'Abstract' + name), name)
    if name in ('Pattern', 'Match'):
        import re
        return _SpecialAlias(getattr(re, name), name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


class IO(Generic[AnyStr]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class NewType:
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[-1]
        self.__supertype__ = tp
        self.__module__ = sys._getframe(1).f_globals.get('__name__')

    def __call__(self, x):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def cast(typ, val):
    return val


# By module, qualified name and line: what was overloaded.
_overload_registry = {}


def overload(func):
    f = getattr(func, '__func__', func)
    try:
        by_name = _overload_registry.setdefault(f.__module__, {})
        by_name.setdefault(f.__qualname__, {})[f.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    """The overloads of a function, in their order."""
    f = getattr(func, '__func__', func)
    found = _overload_registry.get(f.__module__, {})
    return list(found[f.__qualname__].values()) if f.__qualname__ in found else []


def clear_overloads():
    _overload_registry.clear()


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp != Protocol


def get_protocol_members(tp, /):
    """The names that a protocol asks for."""
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    names = set()
    for base in tp.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic') or not getattr(base, '_is_protocol', False):
            continue
        for name in (*base.__dict__, *base.__dict__.get('__annotations__', {})):
            if not name.startswith('_abc_') and name not in EXCLUDED_ATTRIBUTES:
                names.add(name)
    return frozenset(names)


EXCLUDED_ATTRIBUTES = frozenset((
    '__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol',
    '__protocol_attrs__', '__non_callable_proto_members__', '__type_params__', '__abstractmethods__',
    '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__', '__slots__', '__subclasshook__',
    '__weakref__', '__class_getitem__', '__match_args__', '__static_attributes__', '__firstlineno__', '_MutableMapping__marker'))


def no_type_check_decorator(decorator):
    import functools

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        func = decorator(*args, **kwds)
        return no_type_check(func)
    return wrapped_decorator


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not '
                              '@overload-ed.')


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    return arg


def dataclass_transform(**kwargs):
    return lambda cls_or_fn: cls_or_fn


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, GenericAlias, _SpecialAlias)):
        return tp.__origin__
    if isinstance(tp, types.UnionType):
        return types.UnionType
    if tp is Generic:
        return Generic
    return None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, _CallableGenericAlias):
        if tp.__args__[0] is ...:
            return tp.__args__
        return (list(tp.__args__[:-1]), tp.__args__[-1])
    if isinstance(tp, (_GenericAlias, GenericAlias, types.UnionType)):
        return tp.__args__
    return ()


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    def evaluate(value, namespace):
        if value is None:
            value = type(None)
        if isinstance(value, str):
            value = eval(value, namespace, localns)
        elif isinstance(value, ForwardRef):
            value = eval(value.__forward_arg__, namespace, localns)
        if isinstance(value, _AnnotatedAlias) and not include_extras:
            value = value.__origin__
        return value

    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            namespace = globalns if globalns is not None else getattr(module, '__dict__', {})
            for name, value in base.__dict__.get('__annotations__', {}).items():
                hints[name] = evaluate(value, namespace)
        return hints
    wrapped = obj
    while hasattr(wrapped, '__wrapped__'):
        wrapped = wrapped.__wrapped__
    namespace = globalns if globalns is not None else getattr(wrapped, '__globals__', getattr(obj, '__dict__', {}))
    for name, value in (getattr(obj, '__annotations__', None) or {}).items():
        hints[name] = evaluate(value, namespace)
    return hints


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        types_ = ns.get('__annotations__', {})
        default_names = []
        for field_name in types_:
            if field_name in ns:
                default_names.append(field_name)
            elif default_names:
                raise TypeError(f'Non-default namedtuple field {field_name} cannot follow default '
                                f'field{"s" if len(default_names) > 1 else ""} {", ".join(default_names)}')
        made = collections.namedtuple(typename, types_, defaults=[ns[n] for n in default_names], module=ns['__module__'])
        made.__annotations__ = dict(types_)
        made.__new__.__annotations__ = dict(types_)
        for key in ns:
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults',
                       '_field_types', '_make', '_replace', '_asdict', '_source'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in ('__annotations__', '__module__', '__qualname__') and key not in made._fields:
                setattr(made, key, ns[key])
        if '__qualname__' in ns:
            made.__qualname__ = ns['__qualname__']
        return made


def NamedTuple(typename, fields=(), /, **kwargs):
    fields = list(fields) + list(kwargs.items())
    made = collections.namedtuple(typename, [n for n, t in fields], module=sys._getframe(1).f_globals.get('__name__'))
    made.__annotations__ = dict(fields)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})


def _namedtuple_mro_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True, closed=None):
        made = type.__new__(_TypedDictMeta, name, (dict,), ns)
        annotations = {}
        required = set()
        optional = set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required.update(base.__dict__.get('__required_keys__', ()))
            optional.update(base.__dict__.get('__optional_keys__', ()))
        for key, value in ns.get('__annotations__', {}).items():
            annotations[key] = _convert(value)
            origin = get_origin(value)
            is_required = total if origin not in (Required, NotRequired) else origin is Required
            (required if is_required else optional).add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


def TypedDict(typename, fields={}, /, *, total=True):
    ns = {'__annotations__': dict(fields), '__module__': sys._getframe(1).f_globals.get('__name__')}
    return _TypedDictMeta(typename, (), ns, total=total)


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


class TypeAliasType:
    _evaluate = None

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self._value = value
        self.__type_params__ = type_params
        self.__module__ = _caller()

    @property
    def __value__(self):
        if self._evaluate is not None:
            self._value = self._evaluate()
            self._evaluate = None
        return self._value

    @property
    def __parameters__(self):
        return tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p for p in self.__type_params__)

    def __getitem__(self, parameters):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return GenericAlias(self, parameters if isinstance(parameters, tuple) else (parameters,))

    def __repr__(self):
        return self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
