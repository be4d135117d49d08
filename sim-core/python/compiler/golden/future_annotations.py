from __future__ import annotations


def f(a: list[int] | None, *args: *Ts, key: 'text' = 1) -> dict[str, (lambda x, *, y=2: x ** -y)]:
    local: int = 3
    return local


value: {1: 2, **x}[a:b, ...] = f'{x!r:>10}' if not a else (yield_ := -b)
