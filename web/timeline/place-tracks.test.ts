import { expect, test } from 'vitest';
import { runProgram } from '../../sim-core/simulation/run-program.ts';
import { PlaceTrackBuilders } from './place-tracks.ts';
import { rowsOf } from './rows.ts';

/** '10:A-1 20:B-2' – at 10 thread A took a place, at 20 B took two; '+' gives them back. */
function placesOf(changes: string, limit: number): readonly string[] {
  const builders = new PlaceTrackBuilders();
  let value = limit;
  builders.change(0, 0, value);
  for (const [, at, name = '', change] of changes.matchAll(/(\d+):([A-Z])([+-]\d)/g)) {
    value += Number(change);
    builders.change(Number(at), name.charCodeAt(0), value);
  }
  return builders
    .build(100)
    .map((track) =>
      [...track.startNs]
        .map((start, index) => `${String.fromCharCode(track.value[index] ?? 0)}${start}-${track.endNs[index]}`)
        .join(' '),
    );
}

test.each([
  { name: 'each thread has a place of its own', changes: '10:A-1 20:B-1 30:A+1 40:B+1', shows: ['A10-30', 'B20-40'] },
  { name: 'a free place is taken again', changes: '10:A-1 20:A+1 30:B-1', shows: ['A10-20 B30-100'] },
  { name: 'another thread gives it back', changes: '10:A-1 20:B+1', shows: ['A10-20'] },
  { name: 'several at once', changes: '10:A-2 20:A+2', shows: ['A10-20', 'A10-20'] },
])('$name', ({ changes, shows }) => {
  expect(placesOf(changes, 2)).toEqual(shows);
});

test('a semaphore shows who is inside', () => {
  const trace = runProgram(`import threading, time
gate = threading.Semaphore(2)
def work():
    with gate: time.sleep(0.01)
threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
`);
  const lane = rowsOf(trace).find((row) => row.kind === 'resource' && row.resourceKind === 'semaphore');
  const holders = lane?.kind === 'resource' ? lane.places.map(({ value }) => [...value]) : [];
  expect(holders).toEqual([[1, 3], [2]]);
});
