/** The gallery: static files in public/scenarios, read when they are wanted. */
import * as v from 'valibot';
import { viewSchema } from '../../sim-core/scenario/link-schema.ts';
import { defaultSettings, pythonVersions, type Scenario, scenarioOf } from '../../sim-core/scenario/scenario.ts';
import { currentLanguage } from '../ui/messages/catalogue.ts';
import type { Lesson } from '../store/scenario-slice.ts';

const localText = v.object({ en: v.string(), zh: v.string() });

export const topics = ['threads', 'gil', 'locks', 'deadlock', 'coordination', 'queues', 'coroutines'] as const;

const entrySchema = v.object({ id: v.string(), topic: v.picklist(topics), title: localText, goal: localText });
const indexSchema = v.array(entrySchema);
export type GalleryEntry = v.InferOutput<typeof entrySchema>;

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
  view: v.optional(viewSchema, {}),
  /** What is said at the view's stops, in their order. */
  captions: v.optional(v.array(localText), []),
});

export interface GalleryScenario {
  readonly scenario: Scenario;
  readonly view: v.InferOutput<typeof viewSchema>;
  readonly lesson: Lesson;
}

export async function galleryIndex(): Promise<readonly GalleryEntry[]> {
  return v.parse(indexSchema, await loadJson('scenarios/index.json'));
}

export async function galleryScenario(entry: GalleryEntry): Promise<GalleryScenario> {
  const { files, settings, stdin, schedule, view, captions } = v.parse(
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
  const language = currentLanguage();
  const stops = view.stops?.map((stop, index) => ({ ...stop, caption: captions[index]?.[language] ?? stop.caption }));
  return { scenario, view: stops === undefined ? view : { ...view, stops }, lesson: lessonFrom(entry) };
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
