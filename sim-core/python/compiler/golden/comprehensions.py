squares = [x * x for x in range(10) if x % 2]
pairs = {(a, b) for a in left for b in right if a if b}
table = {k: v for k, v in items}
lazy = (x for x in data if keep(x))


def nested(rows, x):
    cells = [[cell for cell in row] for row in rows]
    closures = [lambda: x + y for y in rows]
    if any((found := row) for row in rows):
        print(found)
    return [y for x in rows for y in [f(x)]], cells, closures
