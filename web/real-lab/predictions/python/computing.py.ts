import type { Settings } from '../../crew/settings.ts';
import { jobSteps } from '../../programs/amdahl.ts';

export function computePy({ workers, amount }: Settings): string {
  return `
import threading, time

def compute(steps):
    x = 1
    for _ in range(steps):
        x = (x * 1664525 + 1013904223) & 0xFFFFFFFF

start = time.perf_counter()
compute(${amount}_000_000 * ${workers})
alone = time.perf_counter() - start

threads = [threading.Thread(target=compute,
                            args=(${amount}_000_000,))
           for _ in range(${workers})]
start = time.perf_counter()
for t in threads:
    t.start()
for t in threads:
    t.join()
print(alone / (time.perf_counter() - start))
`;
}

export function sharesPy({ workers, amount }: Settings): string {
  return `
import threading, time

STEPS = ${jobSteps}
SERIAL = STEPS * ${amount} // 100

def compute(steps):
    x = 1
    for _ in range(steps):
        x = (x * 1664525 + 1013904223) & 0xFFFFFFFF

def job(workers):
    start = time.perf_counter()
    compute(SERIAL)
    share = (STEPS - SERIAL) // workers
    threads = [threading.Thread(target=compute,
                                args=(share,))
               for _ in range(workers)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return time.perf_counter() - start

alone = job(1)
for workers in range(1, ${workers} + 1):
    print(workers, alone / job(workers))
`;
}
