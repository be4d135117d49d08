/** P23 to P26, and what an event loop's work costs: asyncio's timers, epoll's milliseconds, threads beside a loop. */
import type { Phenomenon } from './phenomenon.ts';

const exactly =
  (wanted: string) =>
  (printed: string): boolean =>
    printed === wanted;
/** Every number of the line lies in its range. */
const allWithin =
  (...ranges: readonly (readonly [low: number, high: number])[]) =>
  (printed: string): boolean => {
    const numbers = printed.split(' ').map(Number);
    return (
      numbers.length === ranges.length &&
      ranges.every(([low, high], i) => low <= (numbers[i] as number) && (numbers[i] as number) <= high)
    );
  };

const equalDeadlines = `import asyncio
async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.01
    for i in range(6): loop.call_at(when, seen.append, i)
    await asyncio.sleep(0.02)
seen = []
asyncio.run(main())
print(*seen)
`;

const sleepers = `import asyncio
seen = []
async def sleeper(i):
    await asyncio.sleep(0.01)
    seen.append(i)
async def main(): await asyncio.gather(*(sleeper(i) for i in range(6)))
asyncio.run(main())
print(*seen)
`;

const sleepTimes = `import asyncio, time
async def main():
    begin = time.perf_counter(); await asyncio.sleep(0.0001); short = time.perf_counter() - begin
    begin = time.perf_counter(); await asyncio.gather(*(asyncio.sleep(0.1) for _ in range(1000))); many = time.perf_counter() - begin
    begin = time.perf_counter()
    asyncio.get_running_loop().call_later(0.01, lambda: late.append(time.perf_counter() - begin))
    await asyncio.sleep(0); time.sleep(0.1); await asyncio.sleep(0); await asyncio.sleep(0)
    print(round(short * 1000, 2), round(many, 3), round(late[0] * 1000 - 10))
late = []
asyncio.run(main())
`;

const starving = `import asyncio
async def spin():
    while not done: await asyncio.sleep(0)
async def main():
    global done
    task = asyncio.create_task(spin()); await asyncio.sleep(0.01); done = True; await task; print('timer fired')
done = False
asyncio.run(main())
`;

const toThread = `import asyncio, time
async def main():
    for count in (5, 12):
        begin = time.perf_counter()
        await asyncio.gather(*(asyncio.to_thread(time.sleep, 0.1) for _ in range(count)))
        took.append(round(time.perf_counter() - begin, 2))
took = []
asyncio.run(main())
print(*took)
`;

const fromThread = `import asyncio, threading, time
def other(schedule):
    time.sleep(0.05)
    schedule(lambda: seen.append(round(time.perf_counter() - begin, 2)))
async def main():
    global begin
    loop = asyncio.get_running_loop()
    for schedule in (loop.call_soon, loop.call_soon_threadsafe):
        begin = time.perf_counter()
        threading.Thread(target=other, args=(schedule,)).start()
        await asyncio.sleep(0.5)
        await asyncio.sleep(0)
seen = []
asyncio.run(main())
print(*seen)
`;

/** Nanoseconds: call_soon and its run, a task switch among 100 tasks, a lonely loop turn, create_task and await; microseconds: asyncio.run(nop). */
const costs = `import asyncio, time
n = 500
now = time.perf_counter
async def nop(): pass
async def spin(times):
    for _ in range(times): await asyncio.sleep(0)
async def main():
    loop = asyncio.get_running_loop()
    begin = now()
    for _ in range(n): loop.call_soon(int)
    await asyncio.sleep(0); took.append((now() - begin) / n * 1e9)
    begin = now(); await asyncio.gather(*(spin(20) for _ in range(100))); took.append((now() - begin) / 2000 * 1e9)
    begin = now(); await spin(n); took.append((now() - begin) / n * 1e9)
    begin = now()
    for _ in range(n): await asyncio.create_task(nop())
    took.append((now() - begin) / n * 1e9)
took = []
asyncio.run(main())
begin = now()
for _ in range(10): asyncio.run(nop())
took.append((now() - begin) / 10 * 1e6)
print(*(round(t) for t in took))
`;

/** Nanoseconds: awaiting a coroutine, call_later(0) and its run, `async with` of a free lock, a hand-off through queues; microseconds: to_thread. */
const moreCosts = `import asyncio, time
n = 500
now = time.perf_counter
async def nop(): pass
async def main():
    loop = asyncio.get_running_loop(); lock = asyncio.Lock(); there = asyncio.Queue(); back = asyncio.Queue()
    begin = now()
    for _ in range(n): pass
    empty = now() - begin
    begin = now()
    for _ in range(n): await nop()
    took.append((now() - begin - empty) / n * 1e9)
    begin = now()
    for _ in range(n): loop.call_later(0, int)
    await asyncio.sleep(0); await asyncio.sleep(0); took.append((now() - begin) / n * 1e9)
    begin = now()
    for _ in range(n):
        async with lock: pass
    took.append((now() - begin - empty) / n * 1e9)
    async def echo():
        for _ in range(n): await back.put(await there.get())
    task = asyncio.create_task(echo())
    begin = now()
    for i in range(n): await there.put(i); await back.get()
    took.append((now() - begin) / n / 2 * 1e9); await task
    begin = now()
    for _ in range(20): await asyncio.to_thread(int)
    took.append((now() - begin) / 20 * 1e6)
took = []
asyncio.run(main())
print(*(round(t) for t in took))
`;

const range = (value: number): readonly [number, number] => [value * 0.75, value * 1.25];

export const eventLoopPhenomena: readonly Phenomenon[] = [
  {
    id: 'P23',
    title: '6 × call_at with one deadline: the heap’s order',
    real: '0 2 5 1 3 4',
    source: equalDeadlines,
    settings: {},
    holds: exactly('0 2 5 1 3 4'),
  },
  {
    id: 'P23',
    title: '6 tasks, each sleep(0.01): the clock moves on between them',
    real: '0 1 2 3 4 5',
    source: sleepers,
    settings: {},
    holds: exactly('0 1 2 3 4 5'),
  },
  {
    id: 'P24',
    title: 'sleep(0.0001) in ms, gather of 1000 × sleep(0.1) in s, delay by a blocking sleep in ms',
    real: '1.10, 0.11, 97 to 104 (less 10)',
    source: sleepTimes,
    settings: {},
    holds: allWithin([1.02, 1.2], [0.1, 0.125], [85, 95]),
  },
  {
    id: 'P24',
    title: 'sleep(0) loops starve no timer',
    real: 'timer fired',
    source: starving,
    settings: {},
    holds: exactly('timer fired'),
  },
  {
    id: 'P25',
    title: '5 and 12 × to_thread(sleep 0.1), 2 CPUs: 6 workers',
    real: '0.1 0.2',
    source: toThread,
    settings: { cores: 2 },
    holds: exactly('0.1 0.2'),
  },
  {
    id: 'P26',
    title: 'call_soon from a thread waits for the loop, call_soon_threadsafe wakes it',
    real: '0.5 0.05',
    source: fromThread,
    settings: {},
    holds: exactly('0.5 0.05'),
  },
  {
    id: 'asyncio',
    title: 'call_soon + run, task switch, lonely turn, create_task + await (ns), run(nop) (µs)',
    real: '1060 1200 2300 5500 80',
    source: costs,
    settings: {},
    holds: allWithin(range(1060), range(1200), range(2300), range(5500), range(80)),
  },
  {
    id: 'asyncio',
    title: 'await of a coroutine, call_later(0) + run, async with Lock, Queue hand-off (ns), to_thread (µs)',
    real: '92 3400 460 3600 42 to 52',
    source: moreCosts,
    settings: {},
    holds: allWithin(range(92), range(3400), range(460), range(3600), [33, 65]),
  },
];
