import { expect, test } from 'vitest';
import { findCycle, waitEdgesOf } from './wait-for-graph.ts';
import type { WaitTable } from './wait-table.ts';
import { Watchdog } from './watchdog.ts';

/** 'B A | 0 1': worker 0 waits for lock B, worker 1 for A; A belongs to 0, B to 1. '-' is nobody, nothing. */
function tableOf(text: string): WaitTable {
  const [waits = '', owners = ''] = text.split(' | ');
  const waitsFor = waits.split(' ').map((name) => (name === '-' ? null : name.charCodeAt(0) - 65));
  return {
    waitsFor,
    owners: owners.split(' ').map((name) => (name === '-' ? null : Number(name))),
    progress: waitsFor.map(() => 0),
  };
}

test.each([
  { name: 'nobody waits', table: '- - | 0 1', cycle: null },
  { name: 'one waits for one that runs', table: 'B - | 0 1', cycle: null },
  { name: 'two wait for each other', table: 'B A | 0 1', cycle: '0→B→1 1→A→0' },
  { name: 'three in a circle', table: 'B C A | 0 1 2', cycle: '0→B→1 1→C→2 2→A→0' },
  { name: 'a queue before a circle', table: 'B C B | - 1 2', cycle: '1→C→2 2→B→1' },
  { name: 'a lock that was just given back', table: 'B A | - 1', cycle: null },
  { name: 'waiting for oneself is no edge', table: 'A - | 0', cycle: null },
])('$name', ({ table, cycle }) => {
  const found = findCycle(waitEdgesOf(tableOf(table)));
  const text = found?.map(
    ({ waiter, resource, holder }) => `${waiter}→${String.fromCodePoint(65 + resource)}→${holder}`,
  );
  expect(text?.join(' ') ?? null).toBe(cycle);
});

test('the watchdog believes what it has seen twice', () => {
  const watchdog = new Watchdog();
  expect(watchdog.look(tableOf('B A | 0 1'))).toBeNull();
  expect(watchdog.look(tableOf('B A | 0 1'))).toHaveLength(2);
});

test('the watchdog does not believe a circle in which somebody has got on', () => {
  const watchdog = new Watchdog();
  watchdog.look(tableOf('B A | 0 1'));
  expect(watchdog.look({ ...tableOf('B A | 0 1'), progress: [1, 0] })).toBeNull();
});
