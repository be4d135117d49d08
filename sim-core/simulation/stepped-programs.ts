/** For tests: small programs whose endings depend on the schedule. */
export const steppedPrograms = {
  'AB-BA': `import threading

a = threading.Lock()
b = threading.Lock()


def one():
    with a:
        with b:
            print('one')


def two():
    with b:
        with a:
            print('two')


t1 = threading.Thread(target=one, name='one')
t2 = threading.Thread(target=two, name='two')
t1.start()
t2.start()
t1.join()
t2.join()
print('done')
`,
  sleepers: `import threading, time
def nap(seconds, text):
    time.sleep(seconds)
    print(text)
threads = [threading.Thread(target=nap, args=(0.04, 'long')), threading.Thread(target=nap, args=(0.01, 'short'))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
`,
  'a queue': `import queue, threading
jobs = queue.Queue(maxsize=1)
def consume():
    while True:
        job = jobs.get()
        if job is None:
            break
        print('got', job)
worker = threading.Thread(target=consume)
worker.start()
for number in range(3):
    jobs.put(number)
jobs.put(None)
worker.join()
`,
  'a condition': `import threading
items = []
condition = threading.Condition()
def consume():
    with condition:
        if not items:
            condition.wait(timeout=0.05)
        print(items.pop() if items else 'nothing')
def produce():
    with condition:
        items.append('item')
        condition.notify()
threads = [threading.Thread(target=run) for run in (consume, consume, produce)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
`,
  'a counter with a lock': `import threading
total = 0
lock = threading.Lock()
def work():
    global total
    for _ in range(3):
        with lock:
            value = total
            total = value + 1
threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)
`,
  'a class': `import threading
class Account:
    def __init__(self):
        self.balance = 10
        self.lock = threading.RLock()
    def take(self, amount):
        if self.balance >= amount:
            with self.lock:
                self.balance -= amount
account = Account()
threads = [threading.Thread(target=account.take, args=(7,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted([account.balance, 3], key=lambda value: -value))
`,
} as const;
