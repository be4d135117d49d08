"""The opcodes: names and numbers, and what their arguments stand for."""

import _opcode
from _opcode import stack_effect

__all__ = ['cmp_op', 'stack_effect', 'hascompare', 'opname', 'opmap', 'HAVE_ARGUMENT', 'EXTENDED_ARG', 'hasarg',
           'hasconst', 'hasname', 'hasjump', 'hasjrel', 'hasjabs', 'hasfree', 'haslocal', 'hasexc']

opmap = _opcode.get_opmap()
HAVE_ARGUMENT = 44
EXTENDED_ARG = opmap['EXTENDED_ARG']
opname = ['<%r>' % (number,) for number in range(268)]
for _name, _number in opmap.items():
    opname[_number] = _name
cmp_op = ('<', '<=', '==', '!=', '>', '>=')


def _those(test):
    return [number for number in opmap.values() if test(number)]


hasarg = _those(_opcode.has_arg)
hasconst = _those(_opcode.has_const)
hasname = _those(_opcode.has_name)
hasjump = hasjrel = _those(_opcode.has_jump)
hasjabs = []
hasfree = _those(_opcode.has_free)
haslocal = _those(_opcode.has_local)
hasexc = _those(_opcode.has_exc)
hascompare = [opmap['COMPARE_OP']]
_intrinsic_1_descs = _opcode.get_intrinsic1_descs()
_intrinsic_2_descs = _opcode.get_intrinsic2_descs()
_nb_ops = _opcode.get_nb_ops()
_inline_cache_entries = {name: _opcode.get_cache_size(number) for name, number in opmap.items()
                         if _opcode.get_cache_size(number)}

