class Aw:
    def __init__(self, v): self.v=v
    def __await__(self):
        r = yield self.v
        return r
async def co(x):
    a = await Aw(x)
    return a+1
async def outer():
    try:
        return await co(5)
    except ValueError as e:
        return 'caught '+str(e)
def run(c):
    out=[]
    try:
        v=c.send(None)
        while True:
            out.append(v)
            v=c.send(10)
    except StopIteration as e:
        return out, e.value
print(run(outer()))
c=outer(); print(c.send(None), c.cr_running, c.cr_await is not None)
try: c.throw(ValueError('boom'))
except StopIteration as e: print(e.value)
async def agen():
    try:
        for i in range(3):
            r = await Aw(('w',i))
            x = yield i
            if x: print('got', x)
    finally:
        print('agen fin')
async def use():
    res=[]
    async for v in agen(): res.append(v)
    return res, [v async for v in agen() if v]
print(run(use()))
async def use2():
    g=agen()
    print(await g.__anext__())
    print(await g.asend('S'))
    await g.aclose()
    try: await g.__anext__()
    except StopAsyncIteration: print('SAI')
    g=agen()
    await anext(g)
    try: await g.athrow(KeyError('k'))
    except KeyError as e: print('KE', e)
    return 1
print(run(use2()))
c=outer(); c.close()
try: c.send(None)
except RuntimeError as e: print(e)
class CM:
    async def __aenter__(self): return 'cm'
    async def __aexit__(self,*a): print('exit',a[0]); return True
async def w():
    async with CM() as x:
        print(x); raise ValueError
    return 'ok'
print(run(w()))
# yield from with custom iterator having throw
class It:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, e): print('It.throw', repr(e)); raise StopIteration(7)
    def close(self): print('It.close')
def d():
    v = yield from It()
    print('v', v)
    yield 'after'
g=d(); next(g); print(g.throw(ValueError('q'))); 
g=d(); next(g); g.close()
def e():
    try:
        yield from [1,2]
    except KeyError: yield 'k'
g=e(); next(g); print(g.throw(KeyError)); 
def bad():
    try: yield 1
    except GeneratorExit: yield 2
g=bad(); next(g)
try: g.close()
except RuntimeError as x: print(x)
def gr():
    try: yield 1
    except GeneratorExit: return 'ret'
g=gr(); next(g); print(g.close())
def rec():
    g=None
    def f():
        yield next(me)
    me=f()
    try: next(me)
    except ValueError as e: print(e)
rec()
g=(i for i in [1]); 
try: g.send(5)
except TypeError as e: print(e)
def si(): 
    yield 1
    raise StopIteration(3)
g=si(); next(g)
try: next(g)
except RuntimeError as e: print(e, repr(e.__cause__))
g=si(); print(g.gi_running, g.gi_yieldfrom, g.__name__, g.__qualname__, type(g).__name__)
try: g.throw(5)
except TypeError as e: print(e)
try: g.throw(ValueError)
except ValueError as e: print('VE')
print(list(g))
class Seq:
    def __getitem__(self,i):
        if i>=3: raise IndexError
        return i*i
    def __len__(self): return 3
print(list(Seq()), list(reversed(Seq())), 4 in Seq(), max(Seq()))
class Rev:
    def __reversed__(self): return iter('rev')
print(list(reversed(Rev())), list(reversed('abc')), list(reversed((1,2))), list(reversed({'a':1}.items())))
from contextlib import contextmanager
@contextmanager
def cm():
    try: yield 5
    except ValueError as e: print('cm caught', e)
with cm() as x: print(x); raise ValueError('zz')
