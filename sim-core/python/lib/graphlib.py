"""Topological order."""

__all__ = ['TopologicalSorter', 'CycleError']


class CycleError(ValueError):
    pass


class TopologicalSorter:
    def __init__(self, graph=None):
        self._before = {}
        self._after = {}
        self._ready = None
        self._passed_out = 0
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _know(self, node):
        if node not in self._before:
            self._before[node] = 0
            self._after[node] = []

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        self._know(node)
        self._before[node] += len(predecessors)
        for predecessor in predecessors:
            self._know(predecessor)
            self._after[predecessor].append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [node for node, count in self._before.items() if count == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def get_ready(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        result = tuple(self._ready)
        for node in result:
            self._before[node] = -1
        self._ready.clear()
        self._passed_out += len(result)
        return result

    def is_active(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        return self._finished < self._passed_out or bool(self._ready)

    __bool__ = is_active

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        for node in nodes:
            if node not in self._before:
                raise ValueError(f'node {node!r} was not added using add()')
            if self._before[node] >= 0:
                raise ValueError(f'node {node!r} was not passed out (still not ready)')
            if self._before[node] == -2:
                raise ValueError(f'node {node!r} was already marked done')
            self._before[node] = -2
            for successor in self._after[node]:
                self._before[successor] -= 1
                if self._before[successor] == 0:
                    self._ready.append(successor)
            self._finished += 1

    def _find_cycle(self):
        seen = set()
        for start in self._after:
            if start in seen:
                continue
            path = []
            places = {}
            waiting = [(start, iter(self._after[start]))]
            path.append(start)
            places[start] = 0
            while waiting:
                node, successors = waiting[-1]
                for successor in successors:
                    if successor in places:
                        return path[places[successor]:] + [successor]
                    if successor not in seen:
                        places[successor] = len(path)
                        path.append(successor)
                        waiting.append((successor, iter(self._after[successor])))
                        break
                else:
                    waiting.pop()
                    seen.add(node)
                    del places[path.pop()]
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            node_group = self.get_ready()
            yield from node_group
            self.done(*node_group)
