/**
 * A walk through the lab as the end of an address: '#/cpu-lab/hazards' is a lesson, '#/cpu-lab/1.…' a program, a machine and a place.
 * The number is the format's version; a newer one is not guessed at.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import * as v from 'valibot';
import type { LabConfig } from '../worker/riscv-api.ts';
import { lessonIds } from './lessons/lesson.ts';
import type { LessonId } from './lessons/lesson.ts';

const room = '#/cpu-lab';
const version = '1';
const longestChoices = 1_000_000;

const power = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4096));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));
const cache = v.object({
  sets: power,
  ways: power,
  wordsPerBlock: power,
  replacement: v.picklist(['LRU', 'FIFO', 'random']),
  write: v.picklist(['back', 'through']),
  penaltyCycles: count,
});
const bits = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(12));

const configSchema = v.object({
  model: v.picklist(['single-cycle', 'multi-cycle', 'pipeline']),
  harts: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)),
  forwarding: v.boolean(),
  branchStage: v.picklist(['ID', 'EX', 'MEM']),
  predictor: v.object({
    kind: v.picklist(['none', 'always', 'BTFNT', '1-bit', '2-bit', '2-bit-hysteresis']),
    bufferBits: bits,
    counterBits: bits,
    historyBits: bits,
    initialCounter: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)),
  }),
  instructionCache: v.nullable(cache),
  dataCache: v.nullable(cache),
  coherence: v.picklist(['none', 'MSI', 'MESI']),
  misaligned: v.picklist(['hardware', 'trap']),
  interleaving: v.union([
    v.object({ kind: v.literal('round-robin') }),
    v.object({ kind: v.literal('by-hand') }),
    v.object({ kind: v.literal('seeded'), seed: count }),
  ]),
});

const walkSchema = v.object({
  lesson: v.nullable(v.picklist(lessonIds)),
  source: v.string(),
  config: configSchema,
  cycle: count,
  /** One letter a cycle: the hart's number, or - where all went on. */
  choices: v.pipe(v.string(), v.regex(/^[0-7-]*$/), v.maxLength(longestChoices)),
});

/** What a link says. */
export interface LinkedWalk {
  readonly lesson: LessonId | null;
  readonly source: string;
  readonly config: LabConfig;
  readonly cycle: number;
  readonly choices: readonly (number | null)[];
}

export type ReadLink =
  | { readonly kind: 'plain' }
  | { readonly kind: 'lesson'; readonly lesson: LessonId }
  | { readonly kind: 'walk'; readonly walk: LinkedWalk }
  | { readonly kind: 'unreadable' };

export function lessonLink(lesson: LessonId): string {
  return `${room}/${lesson}`;
}

export function walkLink(walk: LinkedWalk): string {
  const choices = walk.choices.map((hart) => hart ?? '-').join('');
  const packed = deflateSync(strToU8(JSON.stringify({ ...walk, choices })), { level: 9 });
  const text = btoa(String.fromCharCode(...packed));
  return `${room}/${version}.${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

export function readLink(hash: string): ReadLink {
  const rest = hash.slice(room.length).replace(/^\//, '');
  if (rest === '') return { kind: 'plain' };
  const lesson = lessonIds.find((id) => id === rest);
  if (lesson !== undefined) return { kind: 'lesson', lesson };
  const [format, packed = ''] = rest.split('.');
  if (format !== version) return { kind: 'unreadable' };
  const parsed = v.safeParse(walkSchema, unpack(packed));
  if (!parsed.success) return { kind: 'unreadable' };
  const choices = parsed.output.choices.split('').map((letter) => (letter === '-' ? null : Number(letter)));
  return { kind: 'walk', walk: { ...parsed.output, choices } };
}

/** Null for what was cut off or mistyped. */
function unpack(packed: string): unknown {
  try {
    const bytes = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const json = strFromU8(inflateSync(Uint8Array.from(bytes, (character) => character.charCodeAt(0))));
    return JSON.parse(json);
  } catch {
    return null;
  }
}
