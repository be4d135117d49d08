def loops(xs, limit):
    for x, (y, *z) in xs:
        if not x:
            continue
        if y is None or z:
            break
    else:
        report(limit)
    while limit > 0:
        limit -= 1
        if limit == 5:
            break
        for i in [1, 2, 3]:
            if i in {4, 5}:
                return i
    else:
        limit = None
    while True:
        if limit:
            return
        g += 1


for name in ['a', 'b']:
    g += 1
