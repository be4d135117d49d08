import { expect, test } from 'vitest';
import { browserOf } from '../machine/machine.ts';
import { workerFileName } from './isolation-headers.ts';
import { type IsolationFacts, isolationStatus } from './isolation-status.ts';

const isolated: IsolationFacts = {
  isCrossOriginIsolated: true,
  hasSharedMemory: true,
  isFramed: false,
  isSecure: true,
  hasServiceWorkers: true,
  wasTried: false,
};
const bare: IsolationFacts = { ...isolated, isCrossOriginIsolated: false, hasSharedMemory: false };

test.each([
  { name: 'with headers', facts: isolated, kind: 'isolated' },
  { name: 'isolated, but without shared memory', facts: { ...isolated, hasSharedMemory: false }, kind: 'old-browser' },
  { name: 'without headers', facts: bare, kind: 'can-isolate' },
  { name: 'without headers, after trying', facts: { ...bare, wasTried: true }, kind: 'refused' },
  { name: 'in a frame', facts: { ...bare, isFramed: true, wasTried: true }, kind: 'framed' },
  { name: 'over http', facts: { ...bare, isSecure: false, hasServiceWorkers: false }, kind: 'insecure' },
  { name: 'without service workers', facts: { ...bare, hasServiceWorkers: false }, kind: 'old-browser' },
])('$name: $kind', ({ facts, kind }) => {
  expect(isolationStatus(facts).kind).toBe(kind);
});

test('the lab’s workers are built under the prefix that is isolated, others are not', () => {
  expect(workerFileName({ name: 'lab.worker' })).toMatch(/^real-lab\//);
  expect(workerFileName({ name: 'simulation.worker' })).toMatch(/^assets\//);
});

test.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    'Chromium 156',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140.0'],
  ['Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Safari/605.1.15', 'Safari 19.1'],
  ['Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0', 'Edge 156'],
])('%s is %s', (userAgent, browser) => {
  expect(browserOf(userAgent)).toBe(browser);
});
