import type { Settings } from '../../crew/settings.ts';
import { bufferCapacity, producerCount } from '../../programs/bounded-buffer.ts';

export function bufferPy({ workers, amount }: Settings): string {
  const producers = producerCount(workers);
  const consumers = workers - producers;
  return `
import threading
from collections import deque

buffer = deque()
slots = threading.Semaphore(${bufferCapacity})
items = threading.Semaphore(0)
mutex = threading.Lock()

def produce(count):
    for n in range(count):
        slots.acquire()
        with mutex:
            buffer.append(n)
        items.release()

def consume(count):
    for _ in range(count):
        items.acquire()
        with mutex:
            buffer.popleft()
        slots.release()

def start(target, parties):
    share = ${amount} // parties
    return [threading.Thread(target=target, args=(share,))
            for _ in range(parties)]

threads = start(produce, ${producers}) + start(consume, ${consumers})
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(buffer))
`;
}

export function barrierPy({ workers, amount }: Settings): string {
  return `
import threading

N = ${workers}
barrier = threading.Barrier(N)
phase = [0] * N

def work(i):
    for p in range(1, ${Math.ceil(amount / workers)} + 1):
        phase[i] = p
        barrier.wait()
        assert all(p <= other <= p + 1
                   for other in phase)

threads = [threading.Thread(target=work, args=(i,))
           for i in range(N)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(phase)
`;
}

export function readersWriterPy({ workers, amount }: Settings): string {
  return `
import threading

turn = threading.Condition()
readers = 0
writers_waiting = 0
writing = False
left = right = 0

def read():
    global readers
    with turn:
        while writing or writers_waiting:
            turn.wait()
        readers += 1
    assert left == right
    with turn:
        readers -= 1
        turn.notify_all()

def write():
    global writing, writers_waiting, left, right
    with turn:
        writers_waiting += 1
        while writing or readers:
            turn.wait()
        writers_waiting -= 1
        writing = True
    left += 1
    right += 1
    with turn:
        writing = False
        turn.notify_all()

def work(i):
    for n in range(${amount} // ${workers}):
        if (n + i) % 10 == 0:
            write()
        else:
            read()

threads = [threading.Thread(target=work, args=(i,))
           for i in range(${workers})]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(left, right)
`;
}

export function philosophersPy({ workers, amount, variant }: Settings): string {
  const order =
    variant === 'philosophers-ordered'
      ? 'first, second = min(left, right), max(left, right)'
      : 'first, second = left, right';
  return `
import threading

N = ${workers}
forks = [threading.Lock() for _ in range(N)]
meals = [0] * N

def dine(i):
    left, right = i, (i + 1) % N
    ${order}
    for _ in range(${amount} // N):
        with forks[first]:
            with forks[second]:
                meals[i] += 1

threads = [threading.Thread(target=dine, args=(i,))
           for i in range(N)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(meals)
`;
}
