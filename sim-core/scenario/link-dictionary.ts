/**
 * Text that programs and links of format 1 have in common: compression refers to it instead of repeating it.
 * Part of the format: never change it, a new one needs a new format number. What is most usual stands last.
 */
export const linkDictionary = `asyncio.run(main())
async def await asyncio.sleep(multiprocessing.Process(queue.Queue(maxsize=.put(.get()threading.Semaphore(threading.Event()threading.Condition()threading.RLock()threading.Barrier(.notify_all()while True:
        if else:
        return None
        break
        try:
            except Exception as error:
            finally:
class Account:
    def __init__(self, balance):
        self.balance = balance
with lock_a:
        with lock_b:
with condition:
            condition.wait()
lock.acquire()
lock.release()
threading.current_thread().nameprint(f'{threading.Thread(target=worker, args=(threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
if __name__ == '__main__':
    main()
import threading
import time
import random

counter = 0
lock = threading.Lock()


def work():
    global counter
    for _ in range(1000):
        with lock:
            counter += 1
            time.sleep(0.1)


one = threading.Thread(target=one.start()
two.start()
one.join()
two.join()
print(counter)
["title","["view",{"step":,"fromNs":,"toNs":,"thread":,"tab":"threads"}]
["file","main.py","import threading\\n\\n
["lockstep",1,"0.1.0"]
["settings",{"python":"3.13","cores":2,"policy":"round-robin","quantumMs":4,"switchIntervalMs":5,"seed":1,"maxSteps":50000000,"untilSeconds":null}]
`;
