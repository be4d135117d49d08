"""Shows bytecode in words."""

import collections
import io
import sys
import types
from opcode import *
from opcode import __all__ as _opcode_names
from opcode import _inline_cache_entries, _intrinsic_1_descs, _intrinsic_2_descs, _nb_ops

__all__ = ['code_info', 'dis', 'disassemble', 'distb', 'disco', 'findlinestarts', 'findlabels', 'show_code',
           'get_instructions', 'Instruction', 'Bytecode'] + _opcode_names

_shown_kinds = (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)
_function_attributes = ('defaults', 'kwdefaults', 'annotations', 'closure')
_pairs = tuple(opmap[name] for name in ('LOAD_FAST_LOAD_FAST', 'STORE_FAST_LOAD_FAST', 'STORE_FAST_STORE_FAST'))
_no_line = '  --'
_name_width = 20
_argument_width = 5

COMPILER_FLAG_NAMES = {1: 'OPTIMIZED', 2: 'NEWLOCALS', 4: 'VARARGS', 8: 'VARKEYWORDS', 16: 'NESTED', 32: 'GENERATOR',
                       64: 'NOFREE', 128: 'COROUTINE', 256: 'ITERABLE_COROUTINE', 512: 'ASYNC_GENERATOR'}


def pretty_flags(flags):
    """The names of the flags of a code object."""
    names = []
    for bit in range(32):
        flag = 1 << bit
        if flags & flag:
            names.append(COMPILER_FLAG_NAMES.get(flag, hex(flag)))
            flags ^= flag
            if not flags:
                return ', '.join(names)
    return ', '.join([*names, hex(flags)])


class _Unknown:
    def __repr__(self):
        return '<unknown>'


UNKNOWN = _Unknown()


def _code_within(x):
    """The code of a method, function, generator or coroutine; x itself if it has none."""
    x = getattr(x, '__func__', x)
    for name in ('__code__', 'gi_code', 'ag_code', 'cr_code'):
        if hasattr(x, name):
            return getattr(x, name)
    return x


def _compiled(source, name):
    try:
        return compile(source, name, 'eval')
    except SyntaxError:
        pass
    return compile(source, name, 'exec')


def _get_code_object(x):
    x = _code_within(x)
    if isinstance(x, str):
        x = _compiled(x, '<disassembly>')
    if hasattr(x, 'co_code'):
        return x
    raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False, show_offsets=False):
    """Shows what x does: a function, a class, a module, source text; the last traceback if nothing is given."""
    how = {'file': file, 'show_caches': show_caches, 'adaptive': adaptive, 'show_offsets': show_offsets}
    if x is None:
        distb(**how)
        return
    x = _code_within(x)
    if hasattr(x, '__dict__'):
        for name, member in sorted(x.__dict__.items()):
            if isinstance(member, _shown_kinds):
                print('Disassembly of %s:' % name, file=file)
                try:
                    dis(member, depth=depth, **how)
                except TypeError as complaint:
                    print('Sorry:', complaint, file=file)
                print(file=file)
    elif hasattr(x, 'co_code'):
        _disassemble_recursive(x, depth=depth, **how)
    elif isinstance(x, (bytes, bytearray)):
        labels = _make_labels_map(x)
        formatter = Formatter(file=file, offset_width=len(str(max(len(x) - 2, 9999))) if show_offsets else 0,
                              label_width=4 + len(str(len(labels))), show_caches=show_caches)
        print_instructions(_get_instructions_bytes(x, arg_resolver=ArgResolver(labels_map=labels)), (), formatter)
    elif isinstance(x, str):
        _disassemble_recursive(_compiled(x, '<dis>'), depth=depth, **how)
    else:
        raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def distb(tb=None, *, file=None, show_caches=False, adaptive=False, show_offsets=False):
    """Shows where a traceback's innermost frame is."""
    if tb is None:
        try:
            tb = sys.last_exc.__traceback__ if hasattr(sys, 'last_exc') else sys.last_traceback
        except AttributeError:
            raise RuntimeError('no last traceback to disassemble') from None
        while tb.tb_next:
            tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file, show_caches=show_caches, adaptive=adaptive,
                show_offsets=show_offsets)


def code_info(x):
    """What there is to say of a code object."""
    co = _get_code_object(x)
    lines = ['Name:              %s' % co.co_name, 'Filename:          %s' % co.co_filename,
             'Argument count:    %s' % co.co_argcount, 'Positional-only arguments: %s' % co.co_posonlyargcount,
             'Kw-only arguments: %s' % co.co_kwonlyargcount, 'Number of locals:  %s' % co.co_nlocals,
             'Stack size:        %s' % co.co_stacksize, 'Flags:             %s' % pretty_flags(co.co_flags)]
    if co.co_consts:
        lines.append('Constants:')
        lines += ['%4d: %r' % pair for pair in enumerate(co.co_consts)]
    for title, names in (('Names', co.co_names), ('Variable names', co.co_varnames), ('Free variables', co.co_freevars),
                         ('Cell variables', co.co_cellvars)):
        if names:
            lines.append(title + ':')
            lines += ['%4d: %s' % pair for pair in enumerate(names)]
    return '\n'.join(lines)


def show_code(co, *, file=None):
    print(code_info(co), file=file)


Positions = collections.namedtuple('Positions', ['lineno', 'end_lineno', 'col_offset', 'end_col_offset'],
                                   defaults=[None] * 4)
_Instruction = collections.namedtuple(
    '_Instruction', ['opname', 'opcode', 'arg', 'argval', 'argrepr', 'offset', 'start_offset', 'starts_line',
                     'line_number', 'label', 'positions', 'cache_info'], defaults=[None, None, None])
_TableEntry = collections.namedtuple('_ExceptionTableEntryBase', 'start end target depth lasti')


class _ExceptionTableEntry(_TableEntry):
    pass


def _get_cache_size(name):
    return _inline_cache_entries.get(name, 0)


def _is_backward_jump(op):
    return opname[op] in ('JUMP_BACKWARD', 'JUMP_BACKWARD_NO_INTERRUPT')


def _get_jump_target(op, arg, offset):
    """Where a jump leads; None if it is none."""
    if op not in hasjrel:
        return None
    distance = -arg if _is_backward_jump(op) else arg
    return offset + 2 + distance * 2 + 2 * _get_cache_size(opname[op])


class Instruction(_Instruction):
    """One instruction: its name, its argument as number and in words, its place."""

    @property
    def oparg(self):
        return self.arg

    @property
    def baseopcode(self):
        return self.opcode

    @property
    def baseopname(self):
        return opname[self.opcode]

    @property
    def cache_offset(self):
        return self.offset + 2

    @property
    def end_offset(self):
        return self.cache_offset + _get_cache_size(opname[self.opcode]) * 2

    @property
    def jump_target(self):
        return _get_jump_target(self.opcode, self.arg, self.offset)

    @property
    def is_jump_target(self):
        return self.label is not None

    def __str__(self):
        output = io.StringIO()
        Formatter(file=output).print_instruction(self, False)
        return output.getvalue()


class Formatter:
    """Writes instructions in columns; a width of 0 leaves a column out."""

    def __init__(self, file=None, lineno_width=0, offset_width=0, label_width=0, line_offset=0, show_caches=False):
        self.file = file
        self.lineno_width = lineno_width
        self.offset_width = offset_width
        self.label_width = label_width
        self.show_caches = show_caches

    def print_instruction(self, instr, mark_as_current=False):
        self.print_instruction_line(instr, mark_as_current)
        if self.show_caches and instr.cache_info:
            offset = instr.offset
            for name, size, data in instr.cache_info:
                for place in range(size):
                    offset += 2
                    text = f'{name}: {int.from_bytes(data, sys.byteorder)}' if place == 0 else ''
                    self.print_instruction_line(Instruction('CACHE', 0, 0, None, text, offset, offset, False, None,
                                                            None, instr.positions), False)

    def print_instruction_line(self, instr, mark_as_current):
        if self.lineno_width and instr.starts_line and instr.offset > 0:
            print(file=self.file)
        columns = []
        if self.lineno_width:
            line = ''
            if instr.starts_line:
                line = _no_line if instr.line_number is None else str(instr.line_number)
            columns.append(line.rjust(self.lineno_width))
        columns.append(('' if instr.label is None else f'L{instr.label}:').rjust(self.label_width))
        if self.offset_width > 0:
            columns.append(f'{instr.offset!r:>{self.offset_width}}  ')
        columns.append('-->' if mark_as_current else '   ')
        columns.append(instr.opname.ljust(_name_width))
        if instr.arg is not None:
            excess = max(0, len(instr.opname) - _name_width)
            columns.append(repr(instr.arg).rjust(_argument_width - excess))
            if instr.argrepr:
                columns.append('(' + instr.argrepr + ')')
        print(' '.join(columns).rstrip(), file=self.file)

    def print_exception_table(self, exception_entries):
        if exception_entries:
            print('ExceptionTable:', file=self.file)
            for entry in exception_entries:
                lasti = ' lasti' if entry.lasti else ''
                print(f'  L{entry.start_label} to L{entry.end_label} -> L{entry.target_label} [{entry.depth}]{lasti}',
                      file=self.file)


class ArgResolver:
    """Says what arguments stand for."""

    def __init__(self, co_consts=None, names=None, varname_from_oparg=None, labels_map=None):
        self.co_consts = co_consts
        self.names = names
        self.varname_from_oparg = varname_from_oparg
        self.labels_map = labels_map or {}

    def offset_from_jump_arg(self, op, arg, offset):
        return _get_jump_target(op, arg, offset)

    def get_label_for_offset(self, offset):
        return self.labels_map.get(offset, None)

    def _name(self, index, find):
        if find is None:
            return index, ''
        name = find(index)
        return name, name

    def get_argval_argrepr(self, op, arg, offset):
        if arg is None:
            return None, ''
        kind = opname[op]
        find = None if self.names is None else self.names.__getitem__
        if op in hasconst:
            value = UNKNOWN if self.co_consts is None else self.co_consts[arg]
            return value, '' if value is UNKNOWN else repr(value)
        if op in hasname:
            shift = {'LOAD_GLOBAL': 1, 'LOAD_ATTR': 1, 'LOAD_SUPER_ATTR': 2}.get(kind, 0)
            value, text = self._name(arg >> shift, find)
            if shift and arg & 1 and text:
                text += ' + NULL' if kind == 'LOAD_GLOBAL' else ' + NULL|self'
            return value, text
        if op in hasjump:
            target = self.offset_from_jump_arg(op, arg, offset)
            return target, f'to L{self.get_label_for_offset(target)}'
        if op in _pairs:
            one, first = self._name(arg >> 4, self.varname_from_oparg)
            two, second = self._name(arg & 15, self.varname_from_oparg)
            return (one, two), first + ', ' + second
        if op in haslocal or op in hasfree:
            return self._name(arg, self.varname_from_oparg)
        if op in hascompare:
            sign = cmp_op[arg >> 5]
            return sign, f'bool({sign})' if arg & 16 else sign
        if kind == 'CONVERT_VALUE':
            return (None, str, repr, ascii)[arg], ('', 'str', 'repr', 'ascii')[arg]
        if kind == 'SET_FUNCTION_ATTRIBUTE':
            return arg, ', '.join(name for bit, name in enumerate(_function_attributes) if arg & (1 << bit))
        if kind == 'BINARY_OP':
            return arg, _nb_ops[arg][1]
        if kind == 'CALL_INTRINSIC_1':
            return arg, _intrinsic_1_descs[arg]
        if kind == 'CALL_INTRINSIC_2':
            return arg, _intrinsic_2_descs[arg]
        return arg, ''


def get_instructions(x, *, first_line=None, show_caches=None, adaptive=False):
    """The instructions of a function, a method, source text or a code object, one after the other."""
    co = _get_code_object(x)
    return _instructions_of(co, 0 if first_line is None else first_line - co.co_firstlineno)


def _instructions_of(co, line_offset=0):
    labels = _make_labels_map(co.co_code, _parse_exception_table(co))
    resolver = ArgResolver(co_consts=co.co_consts, names=co.co_names, varname_from_oparg=co._varname_from_oparg,
                           labels_map=labels)
    return _get_instructions_bytes(co.co_code, linestarts=dict(findlinestarts(co)), line_offset=line_offset,
                                   co_positions=co.co_positions(), arg_resolver=resolver)


def _parse_varint(bytes):
    byte = next(bytes)
    value = byte & 63
    while byte & 64:
        byte = next(bytes)
        value = value << 6 | byte & 63
    return value


def _parse_exception_table(code):
    bytes = iter(code.co_exceptiontable)
    entries = []
    try:
        while True:
            start = _parse_varint(bytes) * 2
            end = start + _parse_varint(bytes) * 2
            target = _parse_varint(bytes) * 2
            last = _parse_varint(bytes)
            entries.append(_ExceptionTableEntry(start, end, target, last >> 1, bool(last & 1)))
    except StopIteration:
        return entries


def _get_instructions_bytes(code, linestarts=None, line_offset=0, co_positions=None, original_code=None,
                            arg_resolver=None):
    co_positions = co_positions or iter(())
    lines_matter = bool(linestarts)
    line = None
    for offset, start_offset, op, arg in _unpack_opargs(code):
        starts_line = False
        if lines_matter:
            starts_line = start_offset in linestarts
            if starts_line and linestarts[start_offset] is not None:
                line = linestarts[start_offset] + line_offset
            elif starts_line:
                line = None
        positions = Positions(*next(co_positions, ()))
        cache_size = _get_cache_size(opname[op])
        cache_info = [('counter', cache_size, code[offset + 2:offset + 2 + 2 * cache_size])] if cache_size else None
        for unit in range(cache_size):
            next(co_positions, ())
        value, text = arg_resolver.get_argval_argrepr(op, arg, offset)
        yield Instruction(opname[op], op, arg, value, text, offset, start_offset, starts_line, line,
                          arg_resolver.get_label_for_offset(start_offset), positions, cache_info)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False, show_offsets=False):
    """Shows a code object, with an arrow at the instruction that was the last."""
    linestarts = dict(findlinestarts(co))
    entries = _parse_exception_table(co)
    labels = _make_labels_map(co.co_code, entries)
    formatter = Formatter(file=file, lineno_width=_get_lineno_width(linestarts),
                          offset_width=len(str(max(len(co.co_code) - 2, 9999))) if show_offsets else 0,
                          label_width=4 + len(str(len(labels))), show_caches=show_caches)
    print_instructions(_instructions_of(co), entries, formatter, lasti)


def _disassemble_recursive(co, *, file=None, depth=None, show_caches=False, adaptive=False, show_offsets=False):
    disassemble(co, file=file, show_caches=show_caches, adaptive=adaptive, show_offsets=show_offsets)
    if depth is None or depth > 0:
        if depth is not None:
            depth -= 1
        for inner in co.co_consts:
            if hasattr(inner, 'co_code'):
                print(file=file)
                print('Disassembly of %r:' % (inner,), file=file)
                _disassemble_recursive(inner, file=file, depth=depth, show_caches=show_caches, adaptive=adaptive,
                                       show_offsets=show_offsets)


def _make_labels_map(original_code, exception_entries=()):
    """Numbers for the places that are jumped to, in the order of the code."""
    places = set(findlabels(original_code))
    for entry in exception_entries:
        places.update((entry.start, entry.end, entry.target))
    labels = {place: number for number, place in enumerate(sorted(places), 1)}
    for entry in exception_entries:
        entry.start_label = labels[entry.start]
        entry.end_label = labels[entry.end]
        entry.target_label = labels[entry.target]
    return labels


def _get_lineno_width(linestarts):
    last = max((line for line in linestarts.values() if line is not None), default=-1)
    if last == -1:
        return 0
    width = max(3, len(str(last)))
    return max(width, len(_no_line)) if None in linestarts.values() else width


def print_instructions(instrs, exception_entries, formatter, lasti=-1):
    for instr in instrs:
        is_current = lasti in range(instr.start_offset, instr.end_offset + 1) and lasti > -1
        formatter.print_instruction(instr, is_current)
    formatter.print_exception_table(exception_entries)


disco = disassemble


def _unpack_opargs(code):
    """(offset, offset with its EXTENDED_ARGs, opcode, argument) of each instruction; caches are passed over."""
    extended = extended_offset = skip = 0
    for at in range(0, len(code), 2):
        if skip:
            skip -= 1
            continue
        op = code[at]
        skip = _get_cache_size(opname[op])
        arg = None
        if op in hasarg or op == EXTENDED_ARG:
            arg = code[at + 1] | extended
            extended = arg << 8 if op == EXTENDED_ARG else 0
            if extended >= 1 << 31:
                extended -= 1 << 32
        else:
            extended = 0
        if op == EXTENDED_ARG:
            extended_offset += 1
            yield at, at, op, arg
        else:
            yield at, at - extended_offset * 2, op, arg
            extended_offset = 0


def findlabels(code):
    """All places that are jumped to."""
    labels = []
    for offset, start_offset, op, arg in _unpack_opargs(code):
        if arg is not None:
            label = _get_jump_target(op, arg, offset)
            if label is not None and label not in labels:
                labels.append(label)
    return labels


def findlinestarts(code):
    """(offset, line) wherever another line begins; the line may be None."""
    before = False
    for start, end, line in code.co_lines():
        if line is not before:
            before = line
            yield start, line


class Bytecode:
    """The bytecode of something: an iterable of instructions, with its text."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False,
                 show_offsets=False):
        self.codeobj = co = _get_code_object(x)
        self.first_line = co.co_firstlineno if first_line is None else first_line
        self._line_offset = 0 if first_line is None else first_line - co.co_firstlineno
        self._linestarts = dict(findlinestarts(co))
        self._original_object = x
        self.current_offset = current_offset
        self.exception_entries = _parse_exception_table(co)
        self.show_caches = show_caches
        self.adaptive = adaptive
        self.show_offsets = show_offsets

    def __iter__(self):
        return _instructions_of(self.codeobj, self._line_offset)

    def __repr__(self):
        return '{}({!r})'.format(self.__class__.__name__, self._original_object)

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti, show_caches=show_caches, adaptive=adaptive)

    def info(self):
        return code_info(self.codeobj)

    def dis(self):
        co = self.codeobj
        output = io.StringIO()
        labels = _make_labels_map(co.co_code, self.exception_entries)
        formatter = Formatter(file=output, lineno_width=_get_lineno_width(self._linestarts),
                              offset_width=len(str(max(len(co.co_code) - 2, 9999))) if self.show_offsets else 0,
                              label_width=4 + len(str(len(labels))), line_offset=self._line_offset,
                              show_caches=self.show_caches)
        print_instructions(_instructions_of(co, self._line_offset), self.exception_entries, formatter,
                           -1 if self.current_offset is None else self.current_offset)
        return output.getvalue()
