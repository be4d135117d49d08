def conditions(a, b, c):
    if a and (b or not c):
        one()
    elif a < b <= c != 3:
        two()
    else:
        if a if b else c:
            three()
    x = a or b and c
    y = not a is b
    z = 1 < a < 2
    w = a if b is not None else c
    if 0:
        never()
    while not (a and b):
        a = b
    return x == y, a not in b, a is None, -1 in (1, 2) or z, w
