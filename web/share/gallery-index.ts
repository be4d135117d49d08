/** The gallery: static files in public/scenarios, read when they are wanted. */
import * as v from 'valibot';
import { type LinkView, stopSchema, viewSchema } from '../../sim-core/scenario/link-schema.ts';
import { defaultSettings, pythonVersions, type Scenario, scenarioOf } from '../../sim-core/scenario/scenario.ts';
import type { Lesson, LocalText } from '../store/scenario-slice.ts';

const localText = v.object({ en: v.string(), zh: v.string() });

export const topics = ['threads', 'gil', 'locks', 'deadlock', 'coordination', 'queues', 'coroutines'] as const;

const entrySchema = v.object({ id: v.string(), topic: v.picklist(topics), title: localText, goal: localText });
const indexSchema = v.array(entrySchema);
export type GalleryEntry = v.InferOutput<typeof entrySchema>;

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Where a stop is: by its step, or told by the program, to be found in the run. */
const placeSchema = v.union([
  v.object({
    line: wholeNumber,
    count: v.optional(wholeNumber),
    thread: v.optional(wholeNumber),
    after: v.optional(v.literal('switch')),
  }),
  v.object({ waits: v.string(), count: v.optional(wholeNumber), thread: v.optional(wholeNumber) }),
  v.object({ end: v.literal(true) }),
]);

const galleryViewSchema = v.object({
  ...viewSchema.entries,
  stops: v.optional(
    v.array(
      v.object({ ...stopSchema.entries, step: v.optional(stopSchema.entries.step), at: v.optional(placeSchema) }),
    ),
    [],
  ),
  /** What is seen of the run at stops told by the program: all of it, or what is around them. */
  camera: v.optional(v.picklist(['whole', 'stops']), 'whole'),
});

const fileSchema = v.object({
  version: v.literal(1),
  files: v.pipe(v.array(v.object({ name: v.string(), text: v.string() })), v.minLength(1)),
  settings: v.optional(
    v.object({
      python: v.optional(v.picklist(pythonVersions)),
      cores: v.optional(v.number()),
      seed: v.optional(v.number()),
      switchIntervalMs: v.optional(v.number()),
    }),
    {},
  ),
  stdin: v.optional(v.nullable(v.string()), null),
  /** A puzzle: the run is stepped. */
  schedule: v.optional(v.nullable(v.string()), null),
  view: v.optional(galleryViewSchema, {}),
  /** Where the told stops were found in the run with this fingerprint: it saves looking for them again (`npm run place-stops`). */
  placed: v.optional(
    v.object({
      trace: v.string(),
      places: v.array(
        v.object({ step: wholeNumber, timeNs: wholeNumber, thread: v.nullable(wholeNumber), isBetween: v.boolean() }),
      ),
    }),
  ),
  /** What is said at the view's stops, in their order. */
  captions: v.optional(v.array(localText), []),
});

type GalleryStop = v.InferOutput<typeof galleryViewSchema>['stops'][number] & {
  readonly captions: LocalText | null;
};

export interface GalleryScenario {
  readonly scenario: Scenario;
  readonly view: LinkView;
  readonly stops: readonly GalleryStop[];
  readonly camera: 'whole' | 'stops';
  readonly placed: v.InferOutput<typeof fileSchema>['placed'];
  readonly lesson: Lesson;
}

export async function galleryIndex(): Promise<readonly GalleryEntry[]> {
  return v.parse(indexSchema, await loadJson('scenarios/index.json'));
}

export async function galleryScenario(entry: GalleryEntry): Promise<GalleryScenario> {
  const { files, settings, stdin, schedule, view, captions, placed } = v.parse(
    fileSchema,
    await loadJson(`scenarios/${entry.id}.json`),
  );
  const [first, ...rest] = files;
  const base = scenarioOf('');
  const scenario: Scenario = {
    ...base,
    title: entry.title.en,
    files: first === undefined ? base.files : [first, ...rest],
    settings: { ...defaultSettings, ...withoutMissing(settings) },
    stdin,
    schedule,
    keyboard: 'open',
  };
  const { stops, camera, ...place } = view;
  const told = stops.map((stop, index) => ({ ...stop, captions: captions[index] ?? null }));
  return { scenario, view: place, stops: told, camera, placed, lesson: lessonFrom(entry) };
}

/** The gallery entry a link began as; null if it is no longer there. */
export async function lessonOf(id: string): Promise<Lesson | null> {
  try {
    const entry = (await galleryIndex()).find((candidate) => candidate.id === id);
    return entry === undefined ? null : lessonFrom(entry);
  } catch (error) {
    if (error instanceof TypeError || error instanceof v.ValiError) return null;
    throw error;
  }
}

function lessonFrom({ id, title, goal }: GalleryEntry): Lesson {
  return { id, title, goal };
}

async function loadJson(path: string): Promise<unknown> {
  const response = await fetch(path);
  if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
  return response.json();
}

/** Optional properties without a value would overwrite the defaults. */
function withoutMissing(
  settings: NonNullable<v.InferOutput<typeof fileSchema>['settings']>,
): Partial<Scenario['settings']> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
