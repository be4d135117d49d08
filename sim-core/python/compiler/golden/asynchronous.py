import asyncio


async def worker(queue):
    async with queue.lock as held, other:
        await asyncio.sleep(1)
    async for item in queue:
        if item is None:
            break
        yield item
    else:
        print('end')
    found = [x async for x in queue if await ready(x)]
    lazy = (x async for x in queue)
    print(held, found, lazy)


async def main():
    try:
        return await asyncio.gather(*[work(i) for i in range(3)])
    except TimeoutError as error:
        print(error)


asyncio.run(main())
