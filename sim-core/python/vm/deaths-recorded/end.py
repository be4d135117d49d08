class A:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n, log, other is not None, helper and helper(), zlast)
log=['log']
def helper(): return 'h'
_p=A('_p')
a=A('a')
other=A('other')
lst=[A('l0'),A('l1')]
zlast='z'
import weakref
class W: pass
w=W(); r=weakref.ref(w, lambda r: print('cb w'))
def gen():
    try: yield
    finally: print('gen finally', zlast)
g=gen(); next(g)
