import sys, types, warnings
warnings.simplefilter('ignore')
cases = []
def case(f): cases.append(f); return f
def show(fn, *a):
    try: return repr(fn(*a))
    except BaseException as e: return f'{type(e).__name__}({", ".join(map(repr, e.args))}) cause={e.__cause__!r}'
class Aw:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
def drive(c, sends=()):
    out, sends = [], list(sends)
    try:
        out.append(c.send(None))
        while True: out.append(c.send(sends.pop(0) if sends else None))
    except StopIteration as e: return out, e.value
    except BaseException as e: return out, repr(e)
@case
def await_value():
    async def f(): return await Aw('w') + 1
    return drive(f(), [4])
@case
def cr_states():
    out = []
    async def f(): out.append((c.cr_running, c.cr_suspended)); await Aw(1)
    c = f(); out.append((c.cr_running, c.cr_suspended, c.cr_await, c.cr_frame is not None, c.cr_code.co_name)); c.send(None)
    out.append((c.cr_running, c.cr_suspended, type(c.cr_await).__name__, c.cr_origin)); c.close(); out.append((c.cr_frame, c.cr_await, c.cr_suspended)); return out
@case
def cr_await_chain():
    async def inner(): await Aw(1)
    async def outer(): await i
    i = inner(); o = outer(); o.send(None); r = o.cr_await is i; o.close(); return r
@case
def reuse():
    async def f(): return 1
    c = f(); a = show(c.send, None); return a, show(c.send, None), show(c.throw, ValueError), c.close()
@case
def send_non_none():
    async def f(): pass
    c = f(); r = show(c.send, 5); c.close(); return r
@case
def await_running():
    async def f(): await c
    c = f(); return show(c.send, None)
@case
def await_twice():
    async def inner(): await Aw(1)
    i = inner()
    async def a(): await i
    x, y = a(), a(); x.send(None); r = show(y.send, None); x.close(); return r
@case
def await_bad():
    async def f(): await 5
    async def g(): await [1]
    class B:
        def __await__(self): return 5
    async def h(): await B()
    class C:
        def __await__(self): return iter([1, 2])
    async def k(): await C()
    class D:
        async def co(self): pass
        def __await__(self): return self.co()
    async def m(): await D()
    return show(f().send, None), show(g().send, None), show(h().send, None), drive(k()), show(m().send, None)
@case
def coroutine_is_no_iterator():
    async def f(): pass
    c = f(); r = show(iter, c), show(next, c), show(list, c); c.close(); return r
@case
def wrapper():
    async def f(): return await Aw('x')
    w = f().__await__(); return type(w).__name__, next(w), show(w.send, 3), show(next, w)
@case
def types_coroutine():
    @types.coroutine
    def old(): x = yield 'y'; return x
    async def f(): return await old()
    return drive(f(), ['v'])
@case
def throw_in_await():
    async def inner():
        try: await Aw(1)
        except ValueError as e: return 'caught ' + str(e)
    async def outer(): return await inner()
    c = outer(); c.send(None); return show(c.throw, ValueError('v'))
@case
def close_in_await():
    log = []
    async def inner():
        try: await Aw(1)
        finally: log.append('inner')
    async def outer():
        try: await inner()
        except GeneratorExit: log.append('exit'); raise
    c = outer(); c.send(None); c.close(); return log
@case
def ignored_exit():
    async def f():
        try: await Aw(1)
        except GeneratorExit: await Aw(2)
    c = f(); c.send(None); return show(c.close)
@case
def stop_iteration_in_coroutine():
    async def f(): raise StopIteration(1)
    return show(f().send, None)
@case
def agen_basic():
    async def ag():
        x = yield 1
        y = yield ('got', x)
        return
    async def use():
        g = ag(); out = [await g.__anext__(), await g.asend('A')]
        try: await g.asend('B')
        except StopAsyncIteration as e: out.append(('stop', e.args))
        try: await g.__anext__()
        except StopAsyncIteration as e: out.append(('stop', e.args))
        return out
    return drive(use())
@case
def agen_send_to_new():
    async def ag(): yield 1
    async def use():
        g = ag()
        try: await g.asend(5)
        except TypeError as e: return str(e)
    return drive(use())
@case
def agen_athrow():
    async def ag():
        try: yield 1
        except ValueError as e: yield ('caught', str(e))
        yield 'more'
    async def use():
        g = ag(); out = [await g.__anext__(), await g.athrow(ValueError('t')), await g.__anext__()]
        try: await g.athrow(KeyError('k'))
        except KeyError as e: out.append(repr(e))
        try: await g.__anext__()
        except StopAsyncIteration: out.append('over')
        return out
    return drive(use())
@case
def agen_athrow_new():
    async def ag(): yield 1
    async def use():
        g = ag()
        try: await g.athrow(ValueError('early'))
        except ValueError as e: a = repr(e)
        try: await g.__anext__()
        except StopAsyncIteration: return a, 'over'
    return drive(use())
@case
def agen_aclose():
    log = []
    async def ag():
        try: yield 1
        finally: log.append('finally'); await Aw('in finally'); log.append('done')
    async def use():
        g = ag(); await g.__anext__(); r = await g.aclose(); return r, log, await g.aclose()
    return drive(use())
@case
def agen_aclose_new():
    async def ag(): yield 1
    async def use():
        g = ag(); await g.aclose()
        try: await g.__anext__()
        except StopAsyncIteration: return 'over'
    return drive(use())
@case
def agen_aclose_ignored():
    async def ag():
        try: yield 1
        except GeneratorExit: yield 2
    async def use():
        g = ag(); await g.__anext__()
        try: await g.aclose()
        except RuntimeError as e: return str(e)
    return drive(use())
@case
def agen_await_inside():
    async def ag():
        for i in range(2): r = await Aw(('w', i)); yield (i, r)
    async def use(): return [x async for x in ag()]
    return drive(use(), ['r0', 'r1'])
@case
def agen_states():
    out = []
    async def ag():
        out.append((g.ag_running, g.ag_suspended)); yield 1
    g = ag(); out.append((g.ag_running, g.ag_suspended, g.ag_await, g.ag_frame is not None, g.ag_code.co_name))
    async def use():
        await g.__anext__(); out.append((g.ag_running, g.ag_suspended, g.ag_frame.f_code.co_name)); await g.aclose(); out.append((g.ag_frame, g.ag_suspended))
    drive(use()); return out
@case
def agen_concurrent():
    async def ag(): await Aw('slow'); yield 1
    g = ag(); a = g.__anext__(); b = g.__anext__(); a.send(None)
    return show(b.send, None), show(g.aclose().send, None), show(g.athrow(ValueError).send, None)
@case
def agen_asend_reuse():
    async def ag(): yield 1; yield 2
    g = ag(); a = g.__anext__(); return show(a.send, None), show(a.send, None)
@case
def agen_asend_objects():
    async def ag(): yield 1
    g = ag(); a, s, t, c = g.__anext__(), g.asend(None), g.athrow(ValueError), g.aclose()
    r = [type(x).__name__ for x in (a, s, t, c, g)]
    return r, aiter(g) is g, hasattr(a, '__await__'), iter(a) is a
@case
def agen_stop_async():
    async def ag(): yield 1; raise StopAsyncIteration('x')
    async def use():
        g = ag(); await g.__anext__()
        try: await g.__anext__()
        except RuntimeError as e: return str(e), repr(e.__cause__)
    return drive(use())
@case
def agen_stop_iteration():
    async def ag(): yield 1; raise StopIteration('x')
    async def use():
        g = ag(); await g.__anext__()
        try: await g.__anext__()
        except RuntimeError as e: return str(e), repr(e.__cause__)
    return drive(use())
@case
def anext_builtin():
    async def ag(): yield 1
    async def use(): g = ag(); return await anext(g), await anext(g, 'default'), show(anext, 5)
    return drive(use())
@case
def async_for_protocol():
    class It:
        def __init__(self): self.n = 0
        def __aiter__(self): return self
        async def __anext__(self):
            self.n += 1
            if self.n > 2: raise StopAsyncIteration
            return await Aw(self.n)
    async def use():
        out = []
        async for x in It(): out.append(x)
        else: out.append('else')
        return out
    return drive(use(), ['a', 'b'])
@case
def async_for_bad():
    async def f():
        async for x in [1]: pass
    class B:
        def __aiter__(self): return 5
    async def g():
        async for x in B(): pass
    class C:
        def __aiter__(self): return self
        def __anext__(self): return 5
    async def h():
        async for x in C(): pass
    return show(f().send, None), show(g().send, None), show(h().send, None)
@case
def async_with():
    log = []
    class M:
        async def __aenter__(self): log.append('enter'); return await Aw('e')
        async def __aexit__(self, *a): log.append(a[0].__name__ if a[0] else None); await Aw('x'); return a[0] is KeyError
    async def f():
        async with M() as m: log.append(m)
        async with M(): raise KeyError
        return 'end'
    return drive(f(), ['E', None, 'E2']), log
@case
def async_with_bad():
    async def f():
        async with 5: pass
    class M:
        def __enter__(self): pass
        def __exit__(self, *a): pass
    async def g():
        async with M(): pass
    return show(f().send, None), show(g().send, None)
@case
def async_comprehensions():
    async def ag():
        for i in range(4): yield i
    async def use(): return [x async for x in ag() if x % 2], {x async for x in ag()}, {x: await Aw(x) async for x in ag()}, [y async for y in (z * 2 async for z in ag())]
    return drive(use(), 'abcd')
@case
def agen_hooks():
    log = []
    async def ag(): yield 1
    old = sys.get_asyncgen_hooks(); sys.set_asyncgen_hooks(firstiter=lambda g: log.append(g.__name__)); 
    try: g = ag(); drive(g.__anext__()); drive(g.__anext__())
    finally: sys.set_asyncgen_hooks(*old)
    return log, old
@case
def names():
    async def f(): pass
    async def a(): yield
    c = f(); g = a(); r = c.__name__, c.__qualname__, 'coroutine object' in repr(c), 'async_generator object' in repr(g), type(c), type(g); c.close(); return r
@case
def inspect_states():
    import inspect
    def g(): yield
    async def c(): await Aw(1)
    x = g(); out = [inspect.getgeneratorstate(x)]; next(x); out.append(inspect.getgeneratorstate(x)); x.close(); out.append(inspect.getgeneratorstate(x))
    k = c(); out.append(inspect.getcoroutinestate(k)); k.send(None); out.append(inspect.getcoroutinestate(k)); k.close(); out.append(inspect.getcoroutinestate(k))
    return out, inspect.isgenerator(x), inspect.iscoroutine(k), inspect.isgeneratorfunction(g), inspect.iscoroutinefunction(c), inspect.isawaitable(k)
for f in cases: print(f.__name__, f())
