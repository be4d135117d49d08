import type { Settings } from '../../crew/settings.ts';

export function litmusPy({ amount, variant }: Settings): string {
  const [first, second, outcome] =
    variant === 'message-passing' ? ['x = 1; y = 1', 'a = y; b = x', 'a, b'] : ['x = 1; a = y', 'y = 1; b = x', 'a, b'];
  const [firstNames, secondNames] = variant === 'message-passing' ? ['x, y', 'a, b'] : ['x, y, a', 'y, b'];
  return `
import threading
from collections import Counter

# Each meeting at the barrier is a long way:
# a hundredth of the trials is enough.
TRIALS = ${Math.ceil(amount / 100)}

x = y = a = b = 0
meet = threading.Barrier(2)
seen = Counter()

def one():
    global ${firstNames}
    for _ in range(TRIALS):
        meet.wait()
        ${first}
        meet.wait()
        seen[${outcome}] += 1
        x, y = 0, 0

def two():
    global ${secondNames}
    for _ in range(TRIALS):
        meet.wait()
        ${second}
        meet.wait()

threads = [threading.Thread(target=one),
           threading.Thread(target=two)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(seen)
`;
}
