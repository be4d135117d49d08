import { messageSizes } from '../../programs/message-passing.ts';

export function messagesPy(): string {
  return `
import time
from multiprocessing import Pipe, Process

SIZES = [
    ${messageSizes.join(',\n    ')},
]

def receive(pipe):
    for _ in SIZES:
        pipe.send(len(pipe.recv_bytes()))

if __name__ == '__main__':
    here, there = Pipe()
    Process(target=receive, args=(there,)).start()
    for size in SIZES:
        message = b'x' * size
        start = time.perf_counter()
        here.send_bytes(message)
        here.recv()
        print(size, time.perf_counter() - start)
`;
}
