/** Opening and saving: a .py file is a program; a .json file holds a whole scenario, as the link's text does. */
import type { StoreApi } from 'zustand/vanilla';
import { readLink } from '../../sim-core/scenario/link-reader.ts';
import { scenarioOf } from '../../sim-core/scenario/scenario.ts';
import type { Store } from '../store/store.ts';
import { currentFragment } from './current-link.ts';
import { download } from './download.ts';
import { placeOf, showView } from './open-link.ts';

const fileVersion = 1;

export function saveScenarioFile(store: Store): void {
  const { title, files } = store.scenario;
  const name = (title || files[0].name.replace(/\.py$/, '')).replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase();
  const document = { lockstep: fileVersion, title, program: files[0].text, link: currentFragment(store) };
  download(`${name}.lockstep.json`, 'application/json', `${JSON.stringify(document, null, 2)}\n`);
}

export function saveProgram(store: Store): void {
  const file = store.scenario.files[store.activeFile] ?? store.scenario.files[0];
  download(file.name, 'text/x-python', file.text);
}

/** Asks for a file and opens it. */
export async function openScenarioFile(store: StoreApi<Store>): Promise<void> {
  const file = await chosenFile();
  if (file === null) return;
  const text = await file.text();
  if (file.name.endsWith('.json')) return openJson(store, file.name, text);
  store.getState().setArrival(null);
  store.getState().openScenario({ ...scenarioOf(text), title: file.name, keyboard: 'open' });
  await store.getState().startRun();
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

function chosenFile(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.py,.json,text/x-python,application/json';
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}
