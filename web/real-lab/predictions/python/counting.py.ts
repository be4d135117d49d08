import type { Settings } from '../../crew/settings.ts';

export function lostUpdatePy({ workers, amount }: Settings): string {
  return `
import threading

counter = 0

def work():
    global counter
    for _ in range(${amount}):
        counter += 1

threads = [threading.Thread(target=work)
           for _ in range(${workers})]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter)
`;
}

export function curesPy({ workers, amount }: Settings): string {
  return `
import threading

counter = 0
lock = threading.Lock()

def work():
    global counter
    for _ in range(${amount}):
        with lock:
            counter += 1

threads = [threading.Thread(target=work)
           for _ in range(${workers})]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter)
`;
}

export function separateCountersPy({ workers, amount }: Settings): string {
  return `
import threading

counters = [0] * ${workers}

def work(i):
    for _ in range(${amount}):
        counters[i] += 1

threads = [threading.Thread(target=work, args=(i,))
           for i in range(${workers})]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counters)
`;
}
