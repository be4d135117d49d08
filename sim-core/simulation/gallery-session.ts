/** An example of the gallery, run to its end. */
import type { PythonParser } from '../python/syntax/parser.ts';
import { createPythonParser } from '../python/syntax/parser.ts';
import { type Scenario, type ScenarioSettings, scenarioOf } from '../scenario/scenario.ts';
import { Session } from './session.ts';

export interface GalleryProgram {
  readonly files: Scenario['files'];
  readonly settings?: Partial<ScenarioSettings>;
}

export function finishedSession(program: GalleryProgram, parser: PythonParser = createPythonParser()): Session {
  const { files, settings } = program;
  const session = new Session({ ...scenarioOf('', settings), files, keyboard: 'open' }, parser);
  while (!session.advance(200_000));
  return session;
}
