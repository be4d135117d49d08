import type { Settings } from '../../crew/settings.ts';

export function deadlockPy({ workers, amount, variant }: Settings): string {
  const isCertain = variant === 'certain';
  const [first, second] = variant === 'same-order' ? ['min(i, j)', 'max(i, j)'] : ['i', 'j'];
  return `
import threading

N = ${workers}
locks = [threading.Lock() for _ in range(N)]
${isCertain ? 'all_have_one = threading.Barrier(N)\n' : ''}
def work(i):
    j = (i + 1) % N
    for _ in range(${isCertain ? 1 : amount}):
        with locks[${first}]:
${isCertain ? '            all_have_one.wait()\n' : ''}            with locks[${second}]:
                pass

threads = [threading.Thread(target=work, args=(i,))
           for i in range(N)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('no deadlock')
`;
}
