/** The same job as ordinary Python of each kind. What is shown is what runs. */
import { type Scenario, scenarioOf } from '../../sim-core/scenario/scenario.ts';
import type { JobShape } from './job-shape.ts';

export const modelIds = [
  'sequence',
  'threads',
  'free-threads',
  'asyncio',
  'asyncio-blocking',
  'gevent',
  'processes',
] as const;
export type ModelId = (typeof modelIds)[number];

/** Turns of an empty `for` loop a simulated millisecond has room for (3.13's costs: 15 ns each). */
const turnsPerMs = 66_667;

/** A limit for runs that compute much, so that a slider never hangs the page. */
const maxSteps = 100_000_000;

export function modelScenario(model: ModelId, shape: JobShape, title: string): Scenario {
  const settings = { cores: shape.cores, maxSteps, python: model === 'free-threads' ? '3.13t' : '3.13' } as const;
  return { ...scenarioOf(programOf(model, shape), settings), title };
}

function programOf(model: ModelId, shape: JobShape): string {
  const { imports, job, main } = parts[model];
  const lines = [
    ...imports.map((name) => `import ${name}`),
    '',
    `JOBS = ${shape.jobs}`,
    `WAIT = ${shape.waitMs / 1000}`,
    `TURNS = ${Math.round(shape.computeMs * turnsPerMs)}`,
    '',
    '',
    'def compute():',
    '    for _ in range(TURNS):',
    '        pass',
    '',
    '',
    ...job,
    '',
    '',
    ...main,
    "print('done')",
  ];
  return `${lines.join('\n')}\n`;
}

interface ProgramParts {
  readonly imports: readonly string[];
  readonly job: readonly string[];
  readonly main: readonly string[];
}

const blockingJob = ['def job(number):', '    time.sleep(WAIT)  # an answer is on its way', '    compute()'];

const threads: ProgramParts = {
  imports: ['threading', 'time'],
  job: blockingJob,
  main: [
    'workers = [threading.Thread(target=job, args=(number,)) for number in range(JOBS)]',
    'for worker in workers:',
    '    worker.start()',
    'for worker in workers:',
    '    worker.join()',
  ],
};

const gatherAll = [
  'async def main():',
  '    await asyncio.gather(*[job(number) for number in range(JOBS)])',
  '',
  '',
  'asyncio.run(main())',
];

const parts: Readonly<Record<ModelId, ProgramParts>> = {
  sequence: { imports: ['time'], job: blockingJob, main: ['for number in range(JOBS):', '    job(number)'] },
  threads,
  'free-threads': threads,
  asyncio: {
    imports: ['asyncio'],
    job: ['async def job(number):', '    await asyncio.sleep(WAIT)  # an answer is on its way', '    compute()'],
    main: gatherAll,
  },
  'asyncio-blocking': {
    imports: ['asyncio', 'time'],
    job: ['async def job(number):', '    time.sleep(WAIT)  # waits, but does not await', '    compute()'],
    main: gatherAll,
  },
  gevent: {
    imports: ['gevent'],
    job: ['def job(number):', '    gevent.sleep(WAIT)  # an answer is on its way', '    compute()'],
    main: ['gevent.joinall([gevent.spawn(job, number) for number in range(JOBS)])'],
  },
  processes: {
    imports: ['multiprocessing', 'time'],
    job: blockingJob,
    main: [
      'workers = [multiprocessing.Process(target=job, args=(number,)) for number in range(JOBS)]',
      'for worker in workers:',
      '    worker.start()',
      'for worker in workers:',
      '    worker.join()',
    ],
  },
};
