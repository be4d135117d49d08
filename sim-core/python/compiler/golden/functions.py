def plain(a, b=1, /, c=2, *args, d, e=3, **kwargs):
    """Doc
       string."""
    return a, b, c, args, d, e, kwargs


def outer(x):
    y = x + 1

    @decorate(x)
    @another
    def inner(z: int = 5) -> str:
        nonlocal y
        y += z
        return lambda w=x, *, v=y: w + v + y

    return inner


def generator(n):
    for i in range(n):
        got = yield i
        yield from other(got)
    return 'done'


def unbound(flag):
    if flag:
        value = 1
    del flag
    return value, flag
