print(int("12"), int(3.7), int(), int("ff",16), float("1.5"), float(3), bool([]), bool(2), (5).bit_length())
class I(int): pass
x=I(5)
print(x+2, 2+x, x*x, -x, x, repr(x), type(x+1), f"{x:04d}", x==5, x<6, {x:1}[5])
class F(float):
    def __add__(self, o): return F(super().__add__(o))
print(F(1.5)+2, type(F(1.5)+2), round(F(2.5)), abs(F(-1.5)), int(F(2.5)))
print(round(2.675,2), round(1234,-2), round(0.5), divmod(7,-2), divmod(7.5,2), pow(2,10,1000), pow(2,-1), pow(3,-1,7))
print(complex(1,2)*2, complex("1+2j"), abs(3+4j))
for e in ["int([])","int('x')","int('1',99)","float('x')","float([])","int(1,2,3)","int(base=2)","int('1',base='a')","1+'a'","1+[]","[]+1","'a'+1","2.5*[1]","[1]*2.5","int.__add__(1,'a')","abs('x')","round('x')","divmod(1,'a')","pow(2,'a',3)","chr('a')","chr(-1)","ord('ab')","ord(1)","bin(1.5)","hash([])","len(5)","next(5)","iter(5)","sum(['a'])","sum(['a'],'')","max()","max([])","min(1,'a')","sorted([1,'a'])","sorted(1)","max(1,2,default=3)","max([1],foo=3)", "bool(1,2)", "float(1,2)", "int(float('nan'))", "int(float('inf'))", "1//0", "1%0","1.0/0","divmod(1,0)", "5 .to_bytes(1,'big')","300 .to_bytes(1,'big')", "int.from_bytes(b'ab','big')", "True+True","True&False", "(1).__pow__(2)",  "hash((1,2))","hash(frozenset([1,2,3]))","hash(1.5)","hash(())", "hash(None)","hash(range(3))","hash(2**61)", "enumerate()", "zip(1)","map(1)","list(zip([1],[1,2],strict=True))"]:
    try: print(e, '->', eval(e))
    except Exception as x: print(e, '->', type(x).__name__, x)
