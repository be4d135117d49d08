/** The programs that speed is measured with; they are also run under other implementations. */
export interface BenchProgram {
  readonly name: string;
  readonly source: string;
}

export const benchPrograms: readonly BenchProgram[] = [
  {
    name: 'g += 1, for loop in a function, 1 000 000 times',
    source: `g = 0
def count():
    global g
    for _ in range(1000000):
        g += 1
count()
print(g)
`,
  },
  {
    name: 'fib(24), recursive',
    source: `def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)
print(fib(24))
`,
  },
  {
    name: 'sieve to 200 000, while loops',
    source: `def sieve(limit):
    marks = [True] * (limit + 1)
    i = 2
    while i * i <= limit:
        if marks[i]:
            j = i * i
            while j <= limit:
                marks[j] = False
                j += i
        i += 1
    count = 0
    i = 2
    while i <= limit:
        if marks[i]:
            count += 1
        i += 1
    return count
print(sieve(200000))
`,
  },
  {
    name: 'objects, exceptions, a dict of strings',
    source: `class Account:
    def __init__(self, name):
        self.name = name
        self.balance = 0
    def deposit(self, amount):
        if amount < 0:
            raise ValueError('negative amount')
        self.balance = self.balance + amount
accounts = {}
def work():
    refused = 0
    i = 0
    while i < 60000:
        name = 'account' + str(i % 97)
        if name not in accounts:
            accounts[name] = Account(name)
        try:
            accounts[name].deposit(i % 10 - 1)
        except ValueError:
            refused = refused + 1
        i = i + 1
    return refused
print(work(), len(accounts))
`,
  },
];

/** Programs that do one thing so many times; what doing it costs is the difference between two numbers of times. */
export interface RateProgram {
  readonly what: string;
  readonly fewTimes: number;
  readonly manyTimes: number;
  readonly source: (times: number) => string;
  /** The same for an implementation whose event loop runs already; null where Skulpt can run it as it is. */
  readonly inRunningLoop: ((times: number) => string) | null;
}

const switching = (times: number): string => `import asyncio
async def spin():
    for _ in range(${times / 100}): await asyncio.sleep(0)
async def main(): await asyncio.gather(*(spin() for _ in range(100)))
`;

export const ratePrograms: readonly RateProgram[] = [
  {
    what: 'generator sends',
    fewTimes: 10_000,
    manyTimes: 310_000,
    source: (times) => `def numbers():
    x = 0
    while True:
        x = yield x
def work():
    g = numbers()
    next(g)
    for i in range(${times}):
        g.send(i)
work()
`,
    inRunningLoop: null,
  },
  {
    what: 'task switches (100 tasks, sleep(0))',
    fewTimes: 1_000,
    manyTimes: 201_000,
    source: (times) => `${switching(times)}asyncio.run(main())\n`,
    inRunningLoop: (times) => `${switching(times)}await main()\n`,
  },
];

/** Programs of 50 million bytecodes and more, whose memory is measured. */
export const longPrograms: readonly BenchProgram[] = [
  {
    name: 'a simple loop',
    source: `g = 0
def count():
    global g
    for _ in range(10_000_000):
        g += 1
count()
`,
  },
  {
    name: '4 threads with a lock',
    source: `import threading
g = 0
lock = threading.Lock()
def work():
    global g
    while True:
        with lock:
            g += 1
for _ in range(4):
    threading.Thread(target=work).start()
`,
  },
];
