import sys
cases = []
def case(f): cases.append(f); return f
def show(fn, *a):
    try: return repr(fn(*a))
    except BaseException as e: return f'{type(e).__name__}({", ".join(map(repr, e.args))}) cause={e.__cause__!r} context={e.__context__!r}'
def simple():
    x = yield 1
    y = yield ('got', x)
    return ('end', y)
@case
def next_and_return(): g = simple(); return next(g), show(next, g), show(next, g), show(next, g)
@case
def send_values(): g = simple(); return g.send(None), g.send('a'), show(g.send, 'b'), show(g.send, 'c')
@case
def send_to_new(): g = simple(); return show(g.send, 1), next(g)
@case
def stop_iteration_value():
    g = simple(); list(zip(range(2), g))
    try: g.send(9)
    except StopIteration as e: return e.value, e.args
@case
def return_none():
    def f():
        yield
    g = f(); next(g); return show(next, g)
@case
def return_tuple_value():
    def f():
        return (1, 2)
        yield
    return show(next, f())
@case
def return_exception_value():
    def f():
        return StopIteration(5)
        yield
    return show(next, f())
@case
def raise_stop_iteration():
    def f():
        yield 1
        raise StopIteration('inner')
    g = f(); next(g); return show(next, g), show(next, g)
@case
def stop_iteration_from_next():
    def f():
        next(iter([]))
        yield
    return show(next, f())
@case
def subclass_of_stop():
    class S(StopIteration): pass
    def f():
        raise S(3)
        yield
    return show(next, f())
@case
def catches_stop():
    def f():
        try: next(iter(()))
        except StopIteration: yield 'caught'
    return list(f())
@case
def throw_into_new(): g = simple(); return show(g.throw, ValueError('v')), show(next, g)
@case
def throw_suspended():
    def f():
        try: yield 1
        except ValueError as e: yield ('caught', str(e), repr(e.__context__))
        yield 'after'
    g = f(); next(g); return g.throw(ValueError('v')), next(g), show(next, g)
@case
def throw_uncaught():
    g = simple(); next(g); return show(g.throw, KeyError('k')), show(next, g), g.gi_frame
@case
def throw_finished(): g = simple(); list(g); return show(g.throw, ValueError('late')), show(g.throw, GeneratorExit), show(g.throw, StopIteration(4))
@case
def throw_class(): g = simple(); next(g); return show(g.throw, ValueError)
@case
def throw_class_value():
    import warnings; warnings.simplefilter('ignore')
    g = simple(); next(g); return show(g.throw, ValueError, 'msg')
@case
def throw_type_instance():
    import warnings; warnings.simplefilter('ignore')
    g = simple(); next(g); return show(g.throw, ValueError, ValueError('x'))
@case
def throw_instance_and_value():
    import warnings; warnings.simplefilter('ignore')
    g = simple(); next(g); return show(g.throw, ValueError('x'), 'y'), next(g)
@case
def throw_non_exception(): g = simple(); next(g); return show(g.throw, 5), show(g.throw, 'str'), show(g.throw, int), show(g.throw)
@case
def throw_bad_traceback():
    import warnings; warnings.simplefilter('ignore')
    g = simple(); next(g); return show(g.throw, ValueError, None, 5)
@case
def throw_stop_iteration(): g = simple(); next(g); return show(g.throw, StopIteration('s'))
@case
def throw_generator_exit(): g = simple(); next(g); return show(g.throw, GeneratorExit('ge'))
@case
def close_new(): g = simple(); return g.close(), show(next, g), g.close()
@case
def close_suspended():
    log = []
    def f():
        try: yield 1
        finally: log.append('finally')
    g = f(); next(g); return g.close(), log, g.gi_frame, show(next, g)
@case
def close_returns_value():
    def f():
        try: yield 1
        except GeneratorExit: return 'closed with'
    g = f(); next(g); return g.close()
@case
def close_ignored():
    def f():
        while True:
            try: yield 1
            except GeneratorExit: pass
    g = f(); next(g); r = show(g.close); 
    return r
@case
def close_raises():
    def f():
        try: yield 1
        finally: raise KeyError('in finally')
    g = f(); next(g); return show(g.close)
@case
def close_reraises():
    def f():
        try: yield 1
        except GeneratorExit: raise
    g = f(); next(g); return show(g.close)
@case
def close_running():
    def f():
        yield show(g.close)
        yield show(next, g)
        yield show(g.send, None)
        yield show(g.throw, ValueError)
    g = f(); return list(g)
@case
def reentry():
    def f():
        try: next(g)
        except ValueError as e: yield str(e)
    g = f(); return next(g)
@case
def states():
    out = []
    def f():
        out.append((g.gi_running, g.gi_suspended, g.gi_frame is not None)); yield
    g = f(); out.append((g.gi_running, g.gi_suspended, g.gi_frame is not None)); next(g)
    out.append((g.gi_running, g.gi_suspended, g.gi_frame is not None)); list(g)
    out.append((g.gi_running, g.gi_suspended, g.gi_frame)); return out
@case
def frame_object():
    def f(a):
        b = a + 1
        yield b
        c = b
        yield c
    g = f(4); fr = g.gi_frame
    out = [fr is g.gi_frame, fr.f_code is g.gi_code, fr.f_code.co_name, sorted(fr.f_locals.items()), fr.f_lineno - fr.f_code.co_firstlineno, fr.f_back]
    next(g); out += [sorted(fr.f_locals.items()), fr.f_lineno - fr.f_code.co_firstlineno, fr.f_back]; next(g); out += [sorted(fr.f_locals.items()), fr.f_lineno - fr.f_code.co_firstlineno]
    list(g); out += [g.gi_frame, g.gi_code.co_name, type(fr).__name__]
    return out
@case
def frame_back_inside():
    def f():
        yield sys._getframe().f_back.f_code.co_name, sys._getframe() is g.gi_frame
    g = f(); return next(g)
@case
def yieldfrom_attribute():
    def inner(): yield 1; yield 2
    def outer(): yield from i
    i = inner(); g = outer(); a = g.gi_yieldfrom; next(g); b = g.gi_yieldfrom is i; list(g); return a, b, g.gi_yieldfrom
@case
def yieldfrom_list():
    def outer(): r = yield from [1, 2]; yield ('result', r)
    g = outer(); next(g); return type(g.gi_yieldfrom).__name__, next(g), next(g)
@case
def yieldfrom_value():
    def inner(): x = yield 'i1'; return ('inner', x)
    def outer(): r = yield from inner(); yield r; return 'o'
    g = outer(); return next(g), g.send('sent'), show(next, g)
@case
def yieldfrom_throw():
    def inner():
        try: yield 1
        except ValueError as e: yield ('inner caught', str(e))
        return 'r'
    def outer(): r = yield from inner(); yield ('outer', r)
    g = outer(); next(g); return g.throw(ValueError('t')), next(g)
@case
def yieldfrom_throw_uncaught():
    def inner(): yield 1
    def outer():
        try: yield from inner()
        except ValueError as e: yield ('outer caught', str(e))
    g = outer(); next(g); return g.throw(ValueError('t')), show(next, g)
@case
def yieldfrom_close():
    log = []
    def inner():
        try: yield 1
        finally: log.append('inner')
    def outer():
        try: yield from inner()
        finally: log.append('outer')
    g = outer(); next(g); g.close(); return log
@case
def yieldfrom_close_ignored():
    def inner():
        try: yield 1
        except GeneratorExit: yield 'ignored'
    def outer(): yield from inner()
    g = outer(); next(g); return show(g.close)
@case
def yieldfrom_three_deep():
    def a(): x = yield 'a'; return x * 2
    def b(): return (yield from a()) + 1
    def c(): return (yield from b()) * 10
    g = c(); next(g); return show(g.send, 5)
@case
def yieldfrom_throw_three_deep():
    def a():
        try: yield 'a'
        except KeyError: return 'caught in a'
    def b(): return (yield from a())
    def c(): return (yield from b())
    g = c(); next(g); return show(g.throw, KeyError('x'))
@case
def yieldfrom_custom():
    log = []
    class It:
        def __iter__(self): return self
        def __next__(self): log.append('next'); return len(log)
        def send(self, v): log.append(('send', v)); return 's'
        def throw(self, *a): log.append(('throw', a[0].__class__.__name__ if not isinstance(a[0], type) else a[0].__name__)); return 't'
        def close(self): log.append('close')
    def g(): yield from It()
    x = g(); r = [next(x), x.send(1), x.throw(ValueError('v')), next(x)]; x.close(); return r, log
@case
def yieldfrom_no_send():
    class It:
        def __iter__(self): return self
        def __next__(self): return 1
    def g(): yield from It()
    x = g(); next(x); return show(x.send, 5)
@case
def yieldfrom_no_throw():
    class It:
        def __iter__(self): return self
        def __next__(self): return 1
    def g():
        try: yield from It()
        except ValueError: yield 'caught outside'
    x = g(); next(x); return x.throw(ValueError)
@case
def yieldfrom_custom_stop():
    class It:
        n = 0
        def __iter__(self): return self
        def __next__(self):
            self.n += 1
            if self.n > 2: raise StopIteration('value')
            return self.n
    def g(): return (yield from It())
    x = g(); return next(x), next(x), show(next, x)
@case
def yieldfrom_not_iterable():
    def g(): yield from 5
    return show(next, g())
@case
def yieldfrom_running():
    def g(): yield from x
    x = g(); return show(next, x)
@case
def yieldfrom_close_raises():
    def inner():
        try: yield 1
        finally: raise KeyError('inner')
    def outer():
        try: yield from inner()
        except KeyError as e: yield ('outer saw', str(e))
    g = outer(); next(g); return show(g.close)
@case
def context_kept():
    def f():
        try: 1 / 0
        except ZeroDivisionError:
            yield repr(sys.exc_info()[1])
            yield repr(sys.exc_info()[1])
        yield sys.exc_info()[1]
    g = f(); a = next(g); outside = sys.exc_info()[1]; b = next(g); return a, outside, b, next(g)
@case
def context_of_caller():
    def f(): yield repr(sys.exc_info()[1]); yield repr(sys.exc_info()[1])
    g = f()
    try: raise KeyError('caller')
    except KeyError: a = next(g)
    return a, next(g)
@case
def exception_context():
    def f():
        try: yield 1
        except KeyError: raise ValueError('second')
    g = f(); next(g); return show(g.throw, KeyError('first'))
@case
def finally_with_yield():
    def f():
        try: yield 1
        finally: yield 'in finally'
    g = f(); next(g); a = g.throw(ValueError('v')); return a, show(next, g)
@case
def return_in_finally():
    def f():
        try: yield 1
        finally: return 'swallowed'
    g = f(); next(g); return show(g.throw, ValueError('v'))
@case
def generator_expression():
    g = (x * 2 for x in range(3)); return g.gi_code.co_name, next(g), sorted(k for k in g.gi_frame.f_locals if not k.startswith('.')), list(g), show(next, g), g.__name__, g.__qualname__
@case
def lazy_first_iterable():
    return show(lambda: (x for x in 5)), show(lambda: list(y for x in [1] for y in 5))
@case
def names():
    def f(): yield
    g = f(); a = g.__name__, g.__qualname__; g.__name__ = 'other'; g.__qualname__ = 'q.other'
    return a, g.__name__, g.__qualname__, show(setattr, g, '__name__', 5), show(setattr, g, '__qualname__', 5), 'generator object q.other at' in repr(g)
@case
def attributes_read_only(): g = simple(); return show(setattr, g, 'gi_frame', 1).split('(')[0], show(setattr, g, 'gi_running', 1).split('(')[0], show(setattr, g, 'new', 1).split('(')[0]
@case
def type_things():
    import types
    return isinstance(simple(), types.GeneratorType), type(simple()).__name__, iter(g := simple()) is g, hasattr(simple(), '__del__'), show(types.GeneratorType)
@case
def deep_recursion():
    def tree(n):
        if n: yield from tree(n - 1); yield n; yield from tree(n - 1)
    return list(tree(4))
@case
def unpacking():
    def f():
        x = yield 1
        while True: x = yield x
    def three(): yield from (1, 2, 3)
    a, *b = three(); return a, b, max(three()), sorted(three(), reverse=True), dict(zip('ab', three())), [*three(), *three()], 2 in three(), show(lambda: (lambda a, b: 0)(*three()))
@case
def for_else():
    def f(): yield 1
    out = []
    for x in f(): out.append(x)
    else: out.append('else')
    return out
@case
def shared_iterator():
    def f(): yield from range(6)
    g = f(); return list(zip(g, g)), list(g)
@case
def yield_precedence():
    def f(): x = yield; y = (yield x) or 'none'; return [x, y, (yield 3)]
    g = f(); next(g); return g.send('X'), g.send(0), show(g.send, 'z')
@case
def with_statement():
    log = []
    class C:
        def __enter__(self): log.append('enter'); return self
        def __exit__(self, *a): log.append(a[0].__name__ if a[0] else None); return a[0] is KeyError
    def f():
        with C(): yield 1
        yield 2
    g = f(); next(g); a = g.throw(KeyError); h = f(); next(h); h.close(); return a, log
for f in cases: print(f.__name__, f())
