import weakref, gc
class A:
    def __init__(s,n): s.n=n
    def __repr__(s): return 'A(%s)'%s.n
a=A('1'); b=A('2')
d=weakref.WeakValueDictionary(); d['a']=a; d['b']=b
print(len(d), sorted(d), list(d.values()))
del a
print(len(d), sorted(d), d.get('a'), 'a' in d)
k=weakref.WeakKeyDictionary(); k[b]='x'; print(len(k)); 
s=weakref.WeakSet([b]); print(len(s))
b=None
print(len(d), len(k), len(s), list(k), list(s))
f=A('f'); fin=weakref.finalize(f, print, 'finalized', 1); print(fin.alive); f=None; print(fin.alive)
g=A('g'); fin2=weakref.finalize(g, print, 'at exit')
h=A('h'); p=weakref.proxy(h); print(p.n); h=None
try: p.n
except ReferenceError as e: print(e)
class N:
    def __del__(s): print('N del')
n=N(); n.me=n; del n; print('cycle made'); gc.collect(); print('collected')
def gen():
    try:
        yield 1; yield 2
    finally: print('closed')
for x in gen(): break
print('broke')
def use():
    for x in gen(): return x
use(); print('used')
class C:
    def __enter__(s): print('enter'); return s
    def __exit__(s,*a): print('exit')
    def __del__(s): print('C del')
with C() as c: pass
c=None; print('with done')
x=[N()]; x[0]=None; print('item')
y={'k':N()}; y['k']=1; print('dict item')
class H: pass
o=H(); o.n=N(); o.n=None; print('attr')
o.n=N(); del o.n; print('del attr')
def f(a): return 1
f(N()); print('arg')
z=N() if True else 0; z=z; z=1; print('z')
lst=[N() for _ in range(2)]; lst.pop(); print('popped'); del lst[0]; print('deleted')
t=lambda: N(); t(); print('lambda')
def closure():
    v=N()
    def inner(): return v
    return inner
i=closure(); i=None; print('closure')
r=weakref.ref(A('tmp')); print(r())
try:
    raise ValueError(N())
except ValueError: pass
print('exc')
import sys
