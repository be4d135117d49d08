import type { Settings } from '../../crew/settings.ts';
import { blockAtTick, tickCount, tickIntervalMs } from '../../programs/event-loop.ts';

export function eventLoopPy({ amount, variant }: Settings): string {
  const isCut = variant === 'macrotasks';
  const work = isCut
    ? `    for _ in range(${amount} // 2):
        busy(0.002)
        await asyncio.sleep(0)  # back to the loop`
    : variant === 'microtasks'
      ? `    for _ in range(${amount} // 2):
        busy(0.002)
        await done()  # never back in the loop`
      : `    busy(${amount / 1000})`;
  return `
import asyncio, time

def busy(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

async def done():
    pass

async def long_work():
${work}

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    for tick in range(1, ${tickCount} + 1):
        due = start + tick * ${tickIntervalMs / 1000}
        await asyncio.sleep(max(0, due - loop.time()))
        late = (loop.time() - due) * 1000
        print(tick, f'{late:.2f} ms late')
        if tick == ${blockAtTick + 1}:
            task = asyncio.create_task(long_work())
    await task

asyncio.run(main())
`;
}
