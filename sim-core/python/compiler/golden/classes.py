class Base(metaclass=Meta, flag=1):
    """A base."""
    kind: str = 'base'
    count: int

    def __init__(self, a):
        super().__init__(a)
        self.a = a
        self.__private = self.b = 2

    @property
    def me(self):
        return __class__, super().me, super(Base, self).me

    table = {name: kind for name in names}


class Empty:
    pass


def make(x):
    class Local(Base, *bases, **options):
        y = x
        z = [x + i for i in y]

    return Local
