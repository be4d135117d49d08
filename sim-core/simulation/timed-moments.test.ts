/** At any time, also between two bytecodes, the moment shows what the timeline shows. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createPythonParser } from '../python/syntax/parser.ts';
import { eventKinds, threadStates } from '../trace/event-kind.ts';
import type { Trace } from '../trace/trace.ts';
import { finishedSession, type GalleryProgram } from './gallery-session.ts';

const parser = createPythonParser();

function exampleOf(id: string): GalleryProgram {
  return JSON.parse(readFileSync(`public/scenarios/${id}.json`, 'utf8')) as GalleryProgram;
}

/** Each thread's last state until a time. */
function statesAt(trace: Trace, timeNs: number): ReadonlyMap<number, number> {
  const states = new Map<number, number>();
  for (let event = 0; event < trace.length && (trace.timeNs[event] as number) <= timeNs; event += 1) {
    if (trace.kind[event] === eventKinds.threadState)
      states.set(trace.thread[event] as number, trace.a[event] as number);
  }
  return states;
}

/** Times well inside of the stretches in which nothing happens for long. */
function quietTimes(trace: Trace): readonly number[] {
  const times: number[] = [];
  for (let event = 0; event + 1 < trace.length; event += 1) {
    const [from, to] = [trace.timeNs[event] as number, trace.timeNs[event + 1] as number];
    if (to - from > 500_000) times.push(Math.round(from + (to - from) / 3));
  }
  return times;
}

test.each(['gil-io', 'daemon', 'semaphore', 'barrier', 'timeout', 'queue', 'lock-too-long', 'event'])(
  '%s: while threads sleep or wait, the moment says so',
  (id) => {
    const session = finishedSession(exampleOf(id), parser);
    const trace = session.trace();
    const times = quietTimes(trace);
    expect(times.length).toBeGreaterThan(0);
    for (const timeNs of times) {
      const moment = session.momentAtTime(timeNs);
      const states = statesAt(trace, timeNs);
      expect(moment.timeNs, `${id} at ${timeNs}`).toBe(timeNs);
      for (const thread of moment.threads) {
        expect([thread.name, thread.state], `${id} at ${timeNs}`).toEqual([thread.name, states.get(thread.id)]);
      }
      const onCore = moment.threads.filter(({ core }) => core !== null).map(({ id }) => id);
      expect([null, ...onCore]).toContain(moment.nextThread);
    }
    // Looking there has disturbed nothing.
    expect(session.momentAtStep(session.steps).threads.every(({ state }) => state === threadStates.finished)).toBe(
      true,
    );
    expect(session.momentAtTime(trace.endNs).step).toBe(trace.steps);
  },
);
