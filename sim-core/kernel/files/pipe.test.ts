import { expect, test } from 'vitest';
import { SeededRandom } from '../../base/seeded-random.ts';
import { SeededChooser } from '../../engine/chooser.ts';
import { TraceRecorder } from '../../trace/trace-recorder.ts';
import { Kernel } from '../kernel.ts';
import { RoundRobin } from '../policies/round-robin.ts';
import { DescriptorTable } from './descriptor-table.ts';
import { Pipe, pipeCapacityBytes } from './pipe.ts';

function machine(): Kernel {
  return new Kernel({
    cores: 1,
    policy: new RoundRobin(),
    quantumNs: 4_000_000,
    chooser: new SeededChooser(new SeededRandom(1)),
    recorder: new TraceRecorder(),
    lookaheadNs: 0,
  });
}

function opened(): { kernel: Kernel; pipe: Pipe; table: DescriptorTable } {
  const kernel = machine();
  const pipe = new Pipe(kernel, 0);
  const table = new DescriptorTable();
  expect([table.open(pipe.readEnd), table.open(pipe.writeEnd)]).toEqual([0, 1]);
  return { kernel, pipe, table };
}

test('what is written comes out in order, in pieces of any size', () => {
  const { kernel, pipe } = opened();
  pipe.writeEnd.write(kernel, Uint8Array.of(1, 2, 3));
  pipe.writeEnd.write(kernel, Uint8Array.of(4, 5));
  expect(pipe.readEnd.read(kernel, 2)).toEqual({ kind: 'data', bytes: Uint8Array.of(1, 2) });
  expect(pipe.readEnd.read(kernel, 99)).toEqual({ kind: 'data', bytes: Uint8Array.of(3, 4, 5) });
  expect(pipe.readEnd.read(kernel, 1)).toEqual({ kind: 'would-block' });
});

test('it holds 64 KiB; a small write goes in whole or not at all, a large one as far as there is room', () => {
  const { kernel, pipe } = opened();
  expect(pipe.writeEnd.write(kernel, new Uint8Array(100_000))).toEqual({ kind: 'written', count: pipeCapacityBytes });
  expect(pipe.writeEnd.write(kernel, new Uint8Array(1))).toEqual({ kind: 'would-block' });
  pipe.readEnd.read(kernel, 100);
  expect(pipe.writeEnd.write(kernel, new Uint8Array(101))).toEqual({ kind: 'would-block' });
  expect(pipe.writeEnd.write(kernel, new Uint8Array(5_000))).toEqual({ kind: 'written', count: 100 });
});

test('without writers the reader comes to the end, without readers the writer fails', () => {
  const { kernel, pipe, table } = opened();
  pipe.writeEnd.write(kernel, Uint8Array.of(7));
  table.open(pipe.writeEnd);
  table.close(kernel, 1);
  expect(pipe.readEnd.readiness()).toEqual({ isReadable: true, isWritable: false, isHungUp: false });
  table.close(kernel, 2);
  expect(pipe.readEnd.read(kernel, 9)).toMatchObject({ bytes: Uint8Array.of(7) });
  expect(pipe.readEnd.read(kernel, 9)).toMatchObject({ kind: 'data', bytes: new Uint8Array(0) });
  const other = opened();
  other.table.close(other.kernel, 0);
  expect(other.pipe.writeEnd.write(other.kernel, Uint8Array.of(1))).toEqual({ kind: 'error', error: 'EPIPE' });
  expect(other.table.close(other.kernel, 0)).toBe(false);
});

test('a new descriptor gets the lowest free number; a child has the same files', () => {
  const { kernel, pipe, table } = opened();
  table.close(kernel, 0);
  expect(table.open(pipe.writeEnd)).toBe(0);
  expect(table.open(pipe.writeEnd, 5)).toBe(5);
  const child = new DescriptorTable();
  table.copyInto(child);
  table.closeAll(kernel);
  expect(pipe.hasWriters).toBe(true);
  child.closeAll(kernel);
  expect(pipe.hasWriters).toBe(false);
});
