/** What each part of a link must look like. */
import * as v from 'valibot';
import { pythonVersions } from './scenario.ts';

const wholeNumber = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const amount = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const text = v.pipe(v.string(), v.maxLength(2_000_000));

/** Each setting by itself, so that one bad value does not cost the others. */
export const settingSchemas = {
  python: v.picklist(pythonVersions),
  cores: wholeNumber(1, 64),
  policy: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)),
  quantumMs: amount(0.001, 1_000_000),
  switchIntervalMs: amount(0.000_001, 1_000_000),
  seed: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  maxSteps: wholeNumber(1, Number.MAX_SAFE_INTEGER),
  untilSeconds: v.nullable(amount(0, 1e9)),
} as const;

export const headerSchema = v.tuple([v.literal('lockstep'), v.number(), v.string()]);
export const fileSchema = v.tuple([v.pipe(v.string(), v.minLength(1), v.maxLength(200)), text]);
export const titleSchema = v.pipe(v.string(), v.maxLength(400));
export const argumentsSchema = v.array(text);
export const stdinSchema = text;
export const scheduleSchema = text;
export const typedSchema = v.array(v.object({ afterSeconds: amount(0, 1e9), text: v.nullable(text) }));

export const keyboardSchema = v.picklist(['ends', 'open']);

const place = v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)));

const question = v.variant('kind', [
  v.object({ kind: v.literal('variable'), name: v.pipe(v.string(), v.maxLength(200)) }),
  v.object({ kind: v.literal('next-thread') }),
  v.object({ kind: v.literal('wakes') }),
  v.object({ kind: v.literal('output') }),
]);

/** A place worth showing: what to look at, what to say, what to ask. */
export const stopSchema = v.object({
  step: v.pipe(v.number(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
  /** Where it lies between two bytecodes. */
  timeNs: place,
  caption: v.optional(v.pipe(v.string(), v.maxLength(4000)), ''),
  fromNs: place,
  toNs: place,
  thread: place,
  tab: v.optional(v.pipe(v.string(), v.maxLength(40))),
  ask: v.optional(question),
});

const goal = v.variant('kind', [
  v.object({ kind: v.literal('deadlock') }),
  /** One whole line of the output. */
  v.object({ kind: v.literal('prints'), text: v.pipe(v.string(), v.maxLength(400)) }),
  /** A global variable's repr() at the end. */
  v.object({
    kind: v.literal('variable'),
    name: v.pipe(v.string(), v.maxLength(200)),
    text: v.pipe(v.string(), v.maxLength(400)),
  }),
]);

export const viewSchema = v.object({
  step: place,
  fromNs: place,
  toNs: place,
  thread: place,
  resource: place,
  tab: v.optional(v.pipe(v.string(), v.maxLength(40))),
  pinned: v.optional(v.array(v.pipe(v.string(), v.maxLength(80)))),
  breakpoints: v.optional(
    v.pipe(
      v.array(
        v.object({
          line: wholeNumber(1, 10_000_000),
          /** Without it: main.py. */
          file: v.optional(v.pipe(v.string(), v.maxLength(200))),
          thread: place,
        }),
      ),
      v.maxLength(200),
    ),
  ),
  stops: v.optional(v.pipe(v.array(stopSchema), v.maxLength(200))),
  notes: v.optional(
    v.pipe(
      v.array(
        v.object({
          step: v.pipe(v.number(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
          timeNs: v.pipe(v.number(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
          text: v.pipe(v.string(), v.maxLength(1000)),
        }),
      ),
      v.maxLength(200),
    ),
  ),
  /** Stepped runs: what they are to be led to. */
  goal: v.optional(goal),
  /** The gallery entry it began as. */
  lesson: v.optional(v.pipe(v.string(), v.maxLength(80))),
});

/** Where to look: the playhead, the window of time, what is selected. Everything may be missing. */
export type LinkView = v.InferOutput<typeof viewSchema>;
