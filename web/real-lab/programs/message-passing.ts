import type { Link } from '../crew/link.ts';
import type { Seat } from '../crew/seat.ts';
import { blockWords } from '../memory/lab-memory.ts';
import { labMarks, labStates } from '../recording/lab-event.ts';

/** Sizes of the message in bytes: 1 kB to 16 MB. */
export const messageSizes = [1024, 16_384, 262_144, 1_048_576, 4_194_304, 16_777_216] as const;
export const transports = ['clone', 'transfer', 'shared'] as const;
type Transport = (typeof transports)[number];

/** Words of the handshake in shared memory, then the bytes themselves. */
const messageCells = { sent: 0, answered: blockWords, body: blockWords * 2 } as const;

/** Result number: the milliseconds of one message of a size, from the first byte written to the answer. */
export function messageResultAt(size: number, transport: number, round: number): number {
  return (round * messageSizes.length + size) * transports.length + transport;
}

/** Bytes that are moved per measurement, so that small messages are repeated until the clock can tell. */
const bytesPerMeasurement = 4_194_304;
const mostRepeats = 200;

type Letter =
  | { readonly kind: 'bytes'; readonly bytes: Int32Array<ArrayBuffer>; readonly isTransferred: boolean }
  | { readonly kind: 'serve-shared'; readonly words: number; readonly count: number }
  | { readonly kind: 'answer'; readonly bytes: Int32Array<ArrayBuffer> | null; readonly sum: number }
  | { readonly kind: 'end' };

/** The first worker writes a message and sends it, the second reads it and answers; three ways to get the bytes across. */
export async function messagePassing(seat: Seat): Promise<void> {
  const { link } = seat;
  if (link === null) throw new Error('This program needs a link to its neighbour.');
  // No gate here: a worker that sleeps in `Atomics.wait` could not deliver its partner's first messages.
  await (seat.isFirst ? send(seat, link) : receive(seat, link));
}

async function send(seat: Seat, link: Link): Promise<void> {
  const { rounds } = seat.settings;
  for (let round = 0; round < rounds && !seat.shouldStop; round += 1) {
    for (const [size, byteLength] of messageSizes.entries()) {
      for (const [transport, name] of transports.entries()) {
        const elapsedMs = await measure(seat, link, { name, words: byteLength / 4 });
        seat.memory.results[messageResultAt(size, transport, round)] = elapsedMs;
      }
      seat.publish(size + 1, round);
    }
  }
  link.postMessage({ kind: 'end' } satisfies Letter, []);
}

/** Returns the milliseconds of one message, the mean of a batch. */
async function measure(
  seat: Seat,
  link: Link,
  { name, words }: { readonly name: Transport; readonly words: number },
): Promise<number> {
  const repeats = Math.max(1, Math.min(mostRepeats, Math.floor(bytesPerMeasurement / (words * 4))));
  seat.enter(labStates.communicating, words >> 8);
  if (name === 'shared') return measureShared(seat, link, { words, repeats });
  // Written once beforehand: the first touch of fresh memory costs more than all that is measured here.
  let bytes = new Int32Array(words).fill(1);
  const startMs = seat.ring.now();
  for (let repeat = 1; repeat <= repeats; repeat += 1) {
    seat.mark(labMarks.messageSent, words >> 8);
    bytes.fill(repeat);
    const isTransferred = name === 'transfer';
    const answer = await ask(link, { kind: 'bytes', bytes, isTransferred }, isTransferred ? [bytes.buffer] : []);
    if (answer.bytes !== null) bytes = answer.bytes;
  }
  const elapsedMs = seat.ring.now() - startMs;
  seat.enter(labStates.sleeping);
  return elapsedMs / repeats;
}

async function measureShared(
  seat: Seat,
  link: Link,
  { words, repeats }: { readonly words: number; readonly repeats: number },
): Promise<number> {
  const { cells } = seat.memory;
  await ask(link, { kind: 'serve-shared', words, count: repeats }, []);
  const body = cells.subarray(messageCells.body, messageCells.body + words);
  const startMs = seat.ring.now();
  for (let repeat = 1; repeat <= repeats; repeat += 1) {
    seat.mark(labMarks.messageSent, words >> 8);
    body.fill(repeat);
    handOver(cells, messageCells.sent, repeat);
    awaitWord(cells, messageCells.answered, repeat);
  }
  const elapsedMs = seat.ring.now() - startMs;
  cells[messageCells.sent] = 0;
  cells[messageCells.answered] = 0;
  seat.enter(labStates.sleeping);
  return elapsedMs / repeats;
}

function receive(seat: Seat, link: Link): Promise<void> {
  return new Promise((resolve) => {
    seat.enter(labStates.sleeping);
    link.addEventListener('message', ({ data }: MessageEvent<Letter>) => {
      if (data.kind === 'end') return resolve();
      seat.enter(labStates.communicating);
      if (data.kind === 'bytes') answerBytes(link, data);
      if (data.kind === 'serve-shared') serveShared(seat, link, data);
      seat.enter(labStates.sleeping);
    });
  });
}

/** A transferred buffer goes back with the answer, so that none has to be allocated anew; the copy of a clone is just dropped. */
function answerBytes(link: Link, { bytes, isTransferred }: Extract<Letter, { kind: 'bytes' }>): void {
  const answer: Letter = { kind: 'answer', bytes: isTransferred ? bytes : null, sum: readAll(bytes) };
  link.postMessage(answer, isTransferred ? [bytes.buffer] : []);
}

function serveShared(seat: Seat, link: Link, { words, count }: { words: number; count: number }): void {
  const { cells } = seat.memory;
  const body = cells.subarray(messageCells.body, messageCells.body + words);
  link.postMessage({ kind: 'answer', bytes: null, sum: 0 } satisfies Letter, []);
  for (let repeat = 1; repeat <= count; repeat += 1) {
    awaitWord(cells, messageCells.sent, repeat);
    readAll(body);
    handOver(cells, messageCells.answered, repeat);
  }
}

/** Reads a word of every cache line, as one who uses the message would at least do. */
function readAll(words: Int32Array): number {
  let sum = 0;
  for (let index = 0; index < words.length; index += 16) sum = (sum + (words[index] ?? 0)) | 0;
  return sum;
}

function handOver(cells: Int32Array, at: number, value: number): void {
  Atomics.store(cells, at, value);
  Atomics.notify(cells, at);
}

function awaitWord(cells: Int32Array, at: number, value: number): void {
  for (let seen = Atomics.load(cells, at); seen !== value; seen = Atomics.load(cells, at)) {
    Atomics.wait(cells, at, seen);
  }
}

function ask(link: Link, letter: Letter, transfer: Transferable[]): Promise<Extract<Letter, { kind: 'answer' }>> {
  return new Promise((resolve) => {
    link.addEventListener(
      'message',
      ({ data }: MessageEvent<Letter>) => {
        if (data.kind === 'answer') resolve(data);
      },
      { once: true },
    );
    link.postMessage(letter, transfer);
  });
}
