import { expect, test } from 'vitest';
import type { Moment, ResourceMoment, ThreadMoment } from '../../sim-core/trace/moment.ts';
import { whyChain } from './why-chain.ts';

const running = 0;
const gil = 3;
const blocked = 4;
const sleeping = 5;

test.each([
  { name: 'a running thread needs no reason', threads: 'A:running', locks: '', of: 0, chain: 'A running' },
  {
    name: 'a waiting thread leads to the holder, and to what that one does',
    threads: 'A:blocked:0 B:sleeping',
    locks: 'lock:1',
    of: 0,
    chain: 'A waits lock of B → B sleeps',
  },
  {
    name: 'two crosswise locks close a circle',
    threads: 'A:blocked:0 B:blocked:1',
    locks: 'fork:1 knife:0',
    of: 0,
    chain: 'A waits fork of B → B waits knife of A → A circle',
  },
  {
    name: 'a lock of nobody ends the chain',
    threads: 'A:blocked:0',
    locks: 'lock:',
    of: 0,
    chain: 'A waits lock of nobody',
  },
])('$name', ({ threads, locks, of, chain }) => {
  expect(text(whyChain(momentOf(threads, locks), of))).toBe(chain);
});

function text(links: ReturnType<typeof whyChain>): string {
  return links
    .map((link) =>
      link.kind === 'waits'
        ? `${link.name} waits ${link.resourceName} of ${link.holder?.name ?? 'nobody'}`
        : `${link.name} ${link.kind}`,
    )
    .join(' → ');
}

/** 'A:blocked:0' is thread A, blocked on resource 0; 'fork:1' is a lock that thread 1 holds. */
function momentOf(threads: string, locks: string): Moment {
  const states: Readonly<Record<string, number>> = { running, gil, blocked, sleeping };
  return {
    step: 0,
    timeNs: 0,
    eventCount: 0,
    nextThread: null,
    justDone: null,
    processes: [],
    threads: threads.split(' ').map((word, id) => threadOf(word.split(':'), id, states)),
    tasks: [],
    loops: [],
    resources: locks === '' ? [] : locks.split(' ').map((word, index) => lockOf(word.split(':'), index)),
  };
}

function threadOf(
  [name = '', state = '', resource]: string[],
  id: number,
  states: Readonly<Record<string, number>>,
): ThreadMoment {
  const waitsFor = {
    resource: resource === undefined ? null : Number(resource),
    untilNs: state === 'sleeping' ? 5 : null,
    call: null,
  };
  const isRunning = state === 'running';
  return {
    id,
    process: 0,
    name,
    isDaemon: false,
    state: states[state] ?? 0,
    core: null,
    hasGil: isRunning,
    waitsFor: isRunning ? null : waitsFor,
    holds: [],
    frames: [],
  };
}

function lockOf([name = '', owner = '']: string[], index: number): ResourceMoment {
  const owners = owner === '' ? [] : [Number(owner)];
  const plain = { isInternal: false, place: null, guard: null, limit: null, value: null, contents: null };
  return { index, kind: 'lock', name, owners, waiters: [], ...plain };
}
