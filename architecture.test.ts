// Guards the map in ARCHITECTURE.md: every folder is on it, and imports run only down it.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

const programs = ['base', 'trace', 'engine', 'kernel'].map((name) => `sim-core/${name}`);
const core = [...programs, 'sim-core/python', 'sim-core/riscv', 'sim-core/scenario', 'sim-core/simulation'];
const view = ['sim-core/base', 'sim-core/trace', 'sim-core/scenario', 'web/ui', 'web/worker', 'web/store'];
const views = [
  'web/editor',
  'web/timeline',
  'web/inspectors',
  'web/scheduler',
  'web/share',
  'web/present',
  'web/models',
  'web/cpu-lab',
];

/** Each folder with the folders it may import from; all of them stand above it in this list. */
const layers = new Map<string, readonly string[]>([
  ['sim-core/base', []],
  ['sim-core/trace', ['sim-core/base']],
  ['sim-core/engine', ['sim-core/base', 'sim-core/trace']],
  ['sim-core/kernel', ['sim-core/base', 'sim-core/trace', 'sim-core/engine']],
  ['sim-core/python', programs],
  ['sim-core/riscv', ['sim-core/base', 'sim-core/trace', 'sim-core/engine']],
  ['sim-core/scenario', ['sim-core/base']],
  ['sim-core/simulation', [...programs, 'sim-core/python', 'sim-core/scenario']],
  ['sim-core/cli', core],

  ['web/ui', []],
  ['web/offline', ['web/ui']],
  [
    'web/worker',
    [
      'sim-core/base',
      'sim-core/trace',
      'sim-core/scenario',
      'sim-core/simulation',
      'sim-core/python',
      'sim-core/riscv',
    ],
  ],
  ['web/store', ['sim-core/base', 'sim-core/trace', 'sim-core/scenario', 'web/worker']],
  ['web/editor', view],
  ['web/timeline', view],
  ['web/inspectors', view],
  ['web/scheduler', view],
  ['web/share', view],
  ['web/present', view],
  ['web/models', view],
  ['web/cpu-lab', view],
  ['web/real-lab', [...view, 'web/offline']],
  ['web/app', [...view, ...views, 'web/offline']],
  ['web/main.tsx', ['web/ui', 'web/offline', 'web/app', 'web/store']],
]);

const sources = ['sim-core', 'web']
  .flatMap(filesBelow)
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|bench|d)\.tsx?$/.test(file));

test('every source file is in a folder on the map', () => {
  expect(sources.map(folderOf).filter((folder) => !layers.has(folder))).toEqual([]);
});

test('files import only what their layer may', () => {
  const wrong = sources.flatMap((file) => {
    const home = folderOf(file);
    const allowed = [home, ...(layers.get(home) ?? [])];
    return localImportsOf(file)
      .filter((target) => !allowed.includes(folderOf(target)))
      .map((target) => `${file} → ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('the simulation keeps no state between runs', () => {
  const wrong = sources
    .filter((file) => file.startsWith('sim-core/') && !file.startsWith('sim-core/cli/'))
    .filter((file) => parse(file).program.body.some((node) => variablesOf(node)));
  expect(wrong).toEqual([]);
});

test.each([...layers])('%s imports only folders above it, so there is no cycle', (name, allowed) => {
  const names = [...layers.keys()];
  const above = names.slice(0, names.indexOf(name));
  expect(allowed.filter((folder) => !above.includes(folder))).toEqual([]);
});

test('ARCHITECTURE.md names every folder', () => {
  const map = readFileSync('ARCHITECTURE.md', 'utf8');
  expect([...layers.keys()].filter((folder) => !map.includes(`\`${folder}`))).toEqual([]);
});

test('links in the documents lead somewhere', () => {
  const documents = [
    'README.md',
    'ARCHITECTURE.md',
    'STYLE.md',
    ...filesBelow('docs').filter((file) => file.endsWith('.md')),
  ];
  const broken = documents.flatMap((document) =>
    [...readFileSync(document, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map((match) => join(dirname(document), match[1] ?? ''))
      .filter((target) => !exists(target))
      .map((target) => `${document} → ${target}`),
  );
  expect(broken).toEqual([]);
});

function exists(path: string): boolean {
  try {
    return readdirSync(dirname(path)).includes(path.slice(path.lastIndexOf('/') + 1)) || path.endsWith('/');
  } catch {
    return false;
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function variablesOf(node: { readonly type: string; readonly kind?: unknown }): boolean {
  return node.type === 'VariableDeclaration' && node.kind !== 'const';
}

/** The first two steps of a path: 'sim-core/kernel/thread.ts' is in 'sim-core/kernel'. */
function folderOf(file: string): string {
  return file.split('/').slice(0, 2).join('/');
}

function localImportsOf(file: string): string[] {
  const { staticImports, staticExports } = parse(file).module;
  const requests = [
    ...staticImports.map((statement) => statement.moduleRequest),
    ...staticExports.flatMap((statement) => statement.entries.flatMap((entry) => entry.moduleRequest ?? [])),
  ];
  return requests
    .map((request) => request.value)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(file), specifier));
}

function parse(file: string): ReturnType<typeof parseSync> {
  return parseSync(file, readFileSync(file, 'utf8'));
}
