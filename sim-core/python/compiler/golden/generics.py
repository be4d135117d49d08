type Pair[T: int = bool] = tuple[T, T]
type Plain = int


def first[T, *Ts, **P](items: list[T], n: int = 0) -> T:
    return items[n]


class Box[T: (int, str)](Base):
    value: T

    def get[U](self, default: U) -> T | U:
        return self.value or default
