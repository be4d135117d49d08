/** Opening and saving: .py files are a program with its modules; a .json file holds a whole scenario, as the link's text does. */
import type { StoreApi } from 'zustand/vanilla';
import { readLink } from '../../sim-core/scenario/link-reader.ts';
import { type ScenarioFile, scenarioOf } from '../../sim-core/scenario/scenario.ts';
import type { Store } from '../store/store.ts';
import { currentFragment } from './current-link.ts';
import { placeOf, showView } from './open-link.ts';
import { type SavedText, saveFile, type SaveTarget } from './save-file.ts';

const fileVersion = 1;

/** Where the scenario that is open was saved; another scenario has another place. */
const targets = new WeakMap<object, { readonly generation: number; readonly target: SaveTarget }>();

export async function saveScenarioFile(store: Store): Promise<void> {
  const { title, files } = store.scenario;
  const name = (title || files[0].name.replace(/\.py$/, '')).replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase();
  const document = { lockstep: fileVersion, title, program: files[0].text, link: currentFragment(store) };
  const saved: SavedText = {
    name: `${name}.lockstep.json`,
    type: 'application/json',
    extension: '.json',
    text: `${JSON.stringify(document, null, 2)}\n`,
  };
  const known = targets.get(store.openScenario);
  const isSame = known?.generation === store.scenarioGeneration;
  const target = await saveFile(saved, isSame ? known.target : null);
  if (target !== null) targets.set(store.openScenario, { generation: store.scenarioGeneration, target });
}

export async function saveProgram(store: Store): Promise<void> {
  const file = store.scenario.files[store.activeFile] ?? store.scenario.files[0];
  await saveFile({ name: file.name, type: 'text/x-python', extension: '.py', text: file.text }, null);
}

/** Asks for files and opens them. */
export async function openScenarioFile(store: StoreApi<Store>): Promise<void> {
  await openFiles(store, await chosenFiles());
}

/** A scenario; or Python files, of which main.py (or else the first) is the program and the others its modules. */
export async function openFiles(store: StoreApi<Store>, files: readonly File[]): Promise<void> {
  const scenarioFile = files.find(({ name }) => name.endsWith('.json'));
  if (scenarioFile !== undefined) return openJson(store, scenarioFile.name, await scenarioFile.text());
  const program = files.find(({ name }) => name === 'main.py') ?? files[0];
  if (program === undefined) return;
  const others = files.filter((file) => file !== program && file.name.endsWith('.py'));
  const modules: ScenarioFile[] = [];
  for (const file of others) modules.push({ name: file.name, text: withPlainLines(await file.text()) });
  const scenario = scenarioOf(withPlainLines(await program.text()));
  store.getState().setArrival(null);
  store.getState().openScenario({
    ...scenario,
    title: program.name,
    files: [scenario.files[0], ...modules],
    keyboard: 'open',
  });
  await store.getState().startRun();
}

/** As Python reads it: without a byte-order mark, and with one kind of line end. */
function withPlainLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}

async function openJson(store: StoreApi<Store>, fileName: string, text: string): Promise<void> {
  const { scenario, view, problems } = readLink(linkIn(text));
  store.getState().setArrival({ problems, otherEngine: null, ...(scenario === null ? { file: fileName } : {}) });
  if (scenario === null) return;
  store.getState().openScenario(scenario);
  await store.getState().startRun(placeOf(view));
  showView(store.getState(), view);
}

function linkIn(text: string): string {
  try {
    const document: unknown = JSON.parse(text);
    const link: unknown = typeof document === 'object' && document !== null ? Reflect.get(document, 'link') : null;
    return typeof link === 'string' ? link : '';
  } catch (error) {
    if (error instanceof SyntaxError) return '';
    throw error;
  }
}

function chosenFiles(): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = '.py,.json,text/x-python,application/json';
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
