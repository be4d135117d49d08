// The same scenario gives the same trace, bit for bit, in Node and in Chromium, every time.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const program = `import threading
total = 0.1
lock = threading.Lock()
def work(name):
    global total
    for i in range(300):
        with lock:
            total = total * 1.0001 + i
    print(name, round(total, 6))
threads = [threading.Thread(target=work, args=(f'worker {i}',)) for i in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print({name: len(name) for name in ('a', 'bc')}, total)
`;

const folder = mkdtempSync(join(tmpdir(), 'lockstep-'));
const file = join(folder, 'main.py');
writeFileSync(file, program);

function lockstep(...args: string[]): string {
  return execFileSync(process.execPath, ['bin/lockstep.mjs', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function hashInNode(...options: string[]): string {
  const stats = join(folder, 'stats.json');
  lockstep('run', file, '--stats', stats, ...options);
  return (JSON.parse(readFileSync(stats, 'utf8')) as { traceHash: string }).traceHash;
}

for (const options of [
  ['--python', '3.13', '--seed', '1'],
  ['--python', '3.9', '--seed', '7', '--cores', '4', '--switch-interval', '0.05'],
]) {
  test(`Node and Chromium agree on the trace with ${options.join(' ')}`, async ({ page }) => {
    const hash = hashInNode(...options);
    expect(hashInNode(...options)).toBe(hash);
    const fragment = lockstep('link', file, ...options).trim();
    const inPage = async (): Promise<string | undefined> => {
      await page.goto('about:blank');
      await page.goto(`./${fragment}`);
      await page.waitForFunction(() => document.documentElement.dataset['traceHash'] !== undefined);
      return page.evaluate(() => document.documentElement.dataset['traceHash']);
    };
    expect(await inPage()).toBe(hash);
    expect(await inPage()).toBe(hash);
  });
}
