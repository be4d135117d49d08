name = 'world'
a = f'hello {name!r:>{width}} {name=} {{x}} {1 + 1:%H:%M}' 'tail'
b = f"{f'{name}'}" f'' '\x41\u00e9\N{BULLET}\n'
c = b'bytes\x00' rb'\raw'
d = 'one %s and %r %%' % (name, a)
e = f'''{
    name  # a comment
}'''
f = ''
g = f'{name:}{name!s}'
