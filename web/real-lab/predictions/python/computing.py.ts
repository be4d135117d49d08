import type { Settings } from '../../crew/settings.ts';
import { jobSteps } from '../../programs/amdahl.ts';

export function computePy({ workers, amount }: Settings): string {
  return `
import threading, time

# A Python loop takes some 50 times as long:
# a hundredth of the steps is enough.
STEPS = ${amount * 10_000}

def compute(steps):
    x = 1
    for _ in range(steps):
        x = (x * 1664525 + 1013904223) & 0xFFFFFFFF

start = time.perf_counter()
compute(STEPS * ${workers})
alone = time.perf_counter() - start

threads = [threading.Thread(target=compute,
                            args=(STEPS,))
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

# A hundredth of the steps: Python is slower.
STEPS = ${jobSteps / 100}
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
