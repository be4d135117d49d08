/** Programs of threads that compute, for several rows. */
const busy = `import threading, time
def burn(n):
    i = 0
    while i < n:
        i += 1
`;

const speedUpProgram = (times: number, threads: number): string => `${busy}begin = time.perf_counter()
for _ in range(${threads}): burn(${times})
alone = time.perf_counter() - begin
begin = time.perf_counter()
threads = [threading.Thread(target=burn, args=(${times},)) for _ in range(${threads})]
for t in threads: t.start()
for t in threads: t.join()
print(round(alone / (time.perf_counter() - begin), 2))
`;

/** How many times as fast the work is done by two threads, or four, as one after the other. */
export const speedUp = (times: number): string => speedUpProgram(times, 2);
export const speedUpOfFour = (times: number): string => speedUpProgram(times, 4);

export const overshoot = `${busy}stop = False
def forever():
    while not stop: pass
threading.Thread(target=forever).start()
late = []
for _ in range(10):
    begin = time.perf_counter()
    time.sleep(0.01)
    late.append(time.perf_counter() - begin - 0.01)
stop = True
print(round(sorted(late)[5] * 1000, 2))
`;

/** Median length of a slice in milliseconds: two threads note when they find that the other has run meanwhile. */
export const slices = (seconds: number, digits: number): string => `${busy}last = [None]
changes = []
def work(me):
    end = time.perf_counter() + ${seconds}
    while time.perf_counter() < end:
        if last[0] != me:
            last[0] = me
            changes.append(time.perf_counter())
threads = [threading.Thread(target=work, args=(i,)) for i in range(2)]
for t in threads: t.start()
for t in threads: t.join()
gaps = sorted(b - a for a, b in zip(changes, changes[1:]))
print(round(gaps[len(gaps) // 2] * 1000, ${digits}))
`;
