a = x[1], x[1:2], x[1:2:3], x[:, ..., 1:]
x[1:2] = y
del x[1:2], x.y, x[0], z
x[1] += 1
x[1:2] -= y
x.y *= 2
a = b = c[d] = e.f = 1
(a, b), [c, *d] = x
first, *rest = y
x: int
x.y: int = 5
x[i]: str
(q): int = 1
