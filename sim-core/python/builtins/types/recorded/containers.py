class L(list):
    def __getitem__(self, i): return ('L', super().__getitem__(i))
    def append(self, x): super().append(x*2)
l = L([1,2,3]); l.append(4); print(l, l[0], l[1:3], len(l), l+[1], type(l+[1]), l==[1,2,3,8], [1,2,3,8]==l)
class D(dict):
    def __getitem__(self, k): return 'D'+str(super().__getitem__(k))
    def __setitem__(self, k, v): super().__setitem__(k, v+1)
    def __missing__(self, k): return 'missing'
    def __contains__(self, k): return super().__contains__(k)
    def __len__(self): return super().__len__()+10
    def __repr__(self): return 'D'+super().__repr__()
d = D(a=1); d['b']=5; print(d, d['a'], d['zz'], 'a' in d, len(d), d.get('a'), list(d.items()), dict(d), d|{'x':1})
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a,b))
    def __hash__(self): return super().__hash__()
    def __eq__(self, o): return super().__eq__(o)
t=T(1,2); print(t, t==(1,2), hash(t)==hash((1,2)), {t:1}[t], t[0], t[::-1], isinstance(t,tuple))
class S(str):
    def __new__(cls, x): return super().__new__(cls, x+'!')
    def upper(self): return 'S'+super().upper()
s=S('ab'); print(s, s.upper(), s+'c', len(s), s[0], type(s+''), s=='ab!', 'ab!'==s, {s:1}['ab!'], f"{s:>6}", '%s'%s, s.join('xy'))
class I(int):
    def __new__(cls, x): return super().__new__(cls, x*2)
    def __add__(self, o): return I(int.__add__(self, o))
    def __repr__(self): return f'I({int(self)})'
print(I(3), I(3)+1, 1+I(3), [I(2)], I(2)==4, str(I(2)))
class A:
    x = 1
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v*2
    @p.deleter
    def p(self): del self._p
    @staticmethod
    def s(a): return a+1
    @classmethod
    def c(cls, a): return (cls.__name__, a)
    def m(self): return 'A.m'
class B(A):
    def m(self): return 'B+' + super().m() + super(B, self).m()
    @classmethod
    def c(cls, a): return super().c(a+1)
b=B(); b.p=4; print(b.p, b.s(1), B.s(1), b.c(1), B.c(2), b.m()); del b.p
try: b.p
except AttributeError as e: print(e)
class R:
    @property
    def ro(self): return 1
try: R().ro = 5
except AttributeError as e: print(e)
try: del R().ro
except AttributeError as e: print(e)
x=[3,1,2]; x.sort(); print(x, sorted('bca'), sorted([3,1,2],reverse=True), sorted(['aa','b'],key=len), sorted([(1,'b'),(1,'a')]), sorted({3:1,1:2}))
class K:
    def __init__(self,v): self.v=v
    def __lt__(self,o): print(self.v,'<',o.v); return self.v<o.v
    def __repr__(self): return f'K{self.v}'
print(sorted([K(3),K(1),K(2),K(5),K(4)]), min(K(2),K(1)))
print(sorted([K(2),K(1)],reverse=True))
print(list(map(lambda a,b:a+b,[1,2],[3,4])), list(filter(None,[0,1,'',2])), list(filter(lambda x:x>1,[1,2,3])), list(zip('ab',[1,2])), list(enumerate('ab',1)), list(reversed([1,2])), dict(zip('ab',[1,2])))
print(sum([0.1]*10), sum([1,2.5]), sum([[1],[2]],[]), sum(x for x in range(5)), any(x>2 for x in [1,2,3]), all([]), max([1,5,3],key=lambda x:-x), min('b','a'), max([],default=None))
print({1,2}|{3}, {1,2}&{2}, {1,2}-{2}, {1,2}^{2,3}, {1}<{1,2}, frozenset([1])|{2}, set('a')==frozenset('a'), {1,2}.union([3],[4]), {1,2,3}.intersection([1],[1,2]), {1,2}.isdisjoint([3]))
d={'a':1,'b':2}; print(d.keys(), d.values(), d.items(), d.keys()&{'a'}, list(reversed(d)), d.pop('a'), d.pop('z',None), d.popitem(), d, d.setdefault('k',[]), dict.fromkeys('ab',0), dict([('a',1)],b=2), dict({'a':1}))
print('{} {1}'.format(1,2) if 0 else '{} {}'.format(1,2), '{0[a]} {x.real:>5}'.format({'a':1},x=5), '{:{w}}|'.format('a',w=4), '{!r}'.format('a'), '%5.2f %s %r %d%%'%(1.5,'a','b',3), '%(a)s'%{'a':1})
print('a,b'.split(','), ' a b '.split(), 'abc'.replace('b','x'), 'abc'.find('c'), 'a-b'.partition('-'), 'abc'.center(7,'*'), 'x'.zfill(3), 'aXb'.swapcase(), 'hello world'.title(), 'abc'.translate(str.maketrans('ab','xy','c')), 'ß'.encode())
def g():
    try:
        x = yield 1
        print('got', x)
        yield 2
    except ValueError as e:
        print('caught', e)
        yield 'v'
    finally:
        print('fin')
it=g(); print(next(it), it.send('hi')); it.close()
it=g(); next(it); print(it.throw(ValueError('bad'))); it.close()
it=g(); next(it); print(it.close())
def h():
    r = yield from g()
    return 5
it=h(); print(next(it)); print(it.throw(ValueError('x'))); 
try: next(it)
except StopIteration as e: print('stop', e.value)
print(list(range(0,10,3)), range(5)[1:3], 3 in range(5), len(range(10)), range(3)==range(0,3), range(5).index(2), list(reversed(range(4))))
a,*b=range(4); print(a,b, [*range(3),*'ab'], {**{'a':1}}, (1,2)*2, [0]*3, 'ab'*2, (1,)+(2,))
l=[1,2,3,4]; l[1:3]=[9]; del l[0]; l.insert(0,7); l.extend(x for x in [1]); l+=(5,); print(l, l.index(9), l.count(1), l.pop(), l.pop(0), l[::-1]); l.reverse(); l.remove(9); print(l, l.copy()); l.clear(); print(l)
it=iter([1,2]); print(next(it), list(it), next(it,'d')); print(list(iter(iter([1,2,3]).__next__, 3)))
