def patterns(subject):
    match subject:
        case 0 | -1 | 'text':
            a = 1
        case [x, y, *rest] if x > y:
            a = rest
        case {'key': value, **others}:
            a = value, others
        case Point(x=0, y=yy) | Point(1, yy):
            a = yy
        case (a, [b, c]) as whole:
            a = whole
        case [_, *_, last]:
            a = last
        case None | True:
            a = 3
        case module.CONSTANT:
            a = 4
        case _:
            a = 5
    return a
