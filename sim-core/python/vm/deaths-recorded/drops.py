class A:
    def __init__(s,n,*kids): s.n=n; s.kids=kids
    def __del__(s): print('del',s.n)
def f():
    x=A('x'); y=A('y')
    print('in f')
f(); print('after f')
A('temp'); print('after temp')
l=[A(1),A(2),A(3)]
l.clear(); print('cleared')
l=[A(4),A(5)]
del l; print('del l')
d={'p':A('p'),'q':A('q')}; d.clear(); print('dict')
t=(A('t1'),A('t2')); t=None; print('tuple')
p=A('parent',A('k1'),A('k2')); p=None; print('tree')
def g():
    try: yield 1
    finally: print('finally')
it=g(); next(it); it=None; print('gen')
for i in range(2):
    z=A(i)
    print('loop',i)
class B:
    def __del__(s): 1/0
b=B(); b=None; print('b')
import weakref
a=A('w'); r1=weakref.ref(a,lambda r: print('cb1')); r2=weakref.ref(a,lambda r: print('cb2')); a=None; print(r1(), r2())
saved=[]
class R:
    def __del__(s): print('R del'); saved.append(s)
r=R(); r=None; saved.clear(); print('resurrected once')
try:
    k=A('k'); raise ValueError
except ValueError as e:
    pass
def h():
    loc=A('loc'); raise KeyError('x')
try: h()
except KeyError as e: print('caught')
print('after except')
s={A('s')}; s.pop(); print('pop')
async def slow(): pass
slow()
print('end')
o=object()
v=weakref.WeakValueDictionary(); q=A('val'); v['k']=q; print(len(v)); del q; print(len(v), 'k' in v)
