/** Reads a link: always gives the best scenario that could be read, and says what was wrong. */
import { Inflate, strFromU8 } from 'fflate';
import * as v from 'valibot';
import { fromBase64Url } from './base64url.ts';
import { linkVersion } from './link.ts';
import type { LinkProblem } from './link-problem.ts';
import {
  argumentsSchema,
  fileSchema,
  headerSchema,
  keyboardSchema,
  type LinkView,
  scheduleSchema,
  settingSchemas,
  stdinSchema,
  titleSchema,
  typedSchema,
  viewSchema,
} from './link-schema.ts';
import { checkOf, linkDictionaryBytes } from './link-text.ts';
import { defaultSettings, type Scenario, type ScenarioFile, type ScenarioSettings, scenarioOf } from './scenario.ts';

export interface ReadLink {
  /** Null only if not even a part of the program could be read. */
  readonly scenario: Scenario | null;
  readonly view: LinkView;
  readonly engine: string | null;
  readonly problems: readonly LinkProblem[];
}

const nothing: Omit<ReadLink, 'problems'> = { scenario: null, view: {}, engine: null };
const mostCharacters = 4_000_000;

/** `fragment` may begin with '#'. */
export function readLink(fragment: string): ReadLink {
  const body = fragment.replace(/^#/, '').replace(/^s=/, '');
  if (body === '') return { ...nothing, problems: [{ kind: 'empty' }] };
  const [, digits, packed = ''] = /^(\d{1,6})\.(.*)$/s.exec(body) ?? [];
  if (digits === undefined) return { ...nothing, problems: [{ kind: 'not-a-link' }] };
  const version = Number(digits);
  if (version > linkVersion) return { ...nothing, problems: [{ kind: 'newer-version', version }] };
  if (version < 1) return { ...nothing, problems: [{ kind: 'not-a-link' }] };
  const { bytes, badAt } = fromBase64Url(packed);
  const unpacked = inflate(bytes);
  const read = new LinkLines(unpacked.text).read();
  const problems: LinkProblem[] = [];
  if (badAt !== null) problems.push({ kind: 'bad-character', character: packed[badAt] ?? '', position: badAt + 1 });
  else if (unpacked.problem !== null) problems.push(unpacked.problem);
  return { ...read, problems: withoutEchoes([...problems, ...read.problems]) };
}

/** One cause is named once: where the link was cut or changed, its unreadable end says nothing new. */
function withoutEchoes(problems: readonly LinkProblem[]): readonly LinkProblem[] {
  const [first] = problems;
  const isCause = first !== undefined && first.kind !== 'part';
  return isCause ? problems.filter((problem) => problem === first || problem.kind === 'part') : problems;
}

interface Unpacked {
  readonly text: string;
  readonly problem: LinkProblem | null;
}

/** Piece by piece, so that what comes before the damage is kept. */
function inflate(bytes: Uint8Array): Unpacked {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate({ dictionary: linkDictionaryBytes() }, (piece) => {
    pieces.push(piece);
    length += piece.length;
  });
  let problem: LinkProblem | null = null;
  for (let from = 0; from < bytes.length && problem === null; from += 64) {
    try {
      stream.push(bytes.slice(from, from + 64), false);
    } catch {
      problem = { kind: 'damaged' };
    }
    if (length > mostCharacters) problem = { kind: 'too-large' };
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return { text: strFromU8(all), problem };
}

class LinkLines {
  readonly #text: string;
  readonly #problems: LinkProblem[] = [];
  readonly #files: ScenarioFile[] = [];
  #settings: ScenarioSettings = defaultSettings;
  #rest: Partial<Scenario> = {};
  #view: LinkView = {};
  #engine: string | null = null;
  #isComplete = false;

  constructor(text: string) {
    this.#text = text;
  }

  read(): ReadLink {
    let from = 0;
    while (from < this.#text.length && !this.#isComplete) {
      const end = this.#text.indexOf('\n', from);
      const line = this.#text.slice(from, end < 0 ? undefined : end);
      if (end < 0) this.#readCutLine(line);
      else this.#readLine(line, from);
      from = end < 0 ? this.#text.length : end + 1;
    }
    if (!this.#isComplete) this.#problems.push({ kind: 'truncated' });
    const [first, ...others] = this.#files;
    const scenario: Scenario | null =
      first === undefined ? null : { ...scenarioOf('', this.#settings), ...this.#rest, files: [first, ...others] };
    return { scenario, view: this.#view, engine: this.#engine, problems: this.#problems };
  }

  #readLine(line: string, from: number): void {
    const parsed = parseJson(line);
    if (!Array.isArray(parsed)) return this.#fail('part');
    const [kind, ...values] = parsed as unknown[];
    if (kind === 'end') {
      this.#isComplete = true;
      if (values[0] !== checkOf(this.#text.slice(0, from))) this.#problems.push({ kind: 'damaged' });
    } else if (kind === 'lockstep') this.#engine = this.#accept(headerSchema, parsed, 'version')?.[2] ?? null;
    else if (kind === 'settings') this.#readSettings(values[0]);
    else if (kind === 'file') this.#readFile(values);
    else if (kind === 'view') this.#view = this.#accept(viewSchema, values[0], 'view') ?? {};
    else this.#readRest(kind, values[0]);
  }

  #readRest(kind: unknown, value: unknown): void {
    if (kind === 'title') this.#keep('title', this.#accept(titleSchema, value, 'title'));
    else if (kind === 'arguments') this.#keep('arguments', this.#accept(argumentsSchema, value, 'arguments'));
    else if (kind === 'stdin') this.#keep('stdin', this.#accept(stdinSchema, value, 'stdin'));
    else if (kind === 'typed') this.#keep('typed', this.#accept(typedSchema, value, 'typed'));
    else if (kind === 'keyboard') this.#keep('keyboard', this.#accept(keyboardSchema, value, 'keyboard'));
    else if (kind === 'schedule') this.#keep('schedule', this.#accept(scheduleSchema, value, 'schedule'));
    else this.#fail(typeof kind === 'string' ? kind.slice(0, 40) : 'part');
  }

  #keep<Key extends keyof Scenario>(key: Key, value: Scenario[Key] | null): void {
    if (value !== null) this.#rest = { ...this.#rest, [key]: value };
  }

  #readFile(values: readonly unknown[]): void {
    const file = this.#accept(fileSchema, values, 'file');
    if (file !== null) this.#files.push({ name: file[0], text: file[1] });
  }

  #readSettings(value: unknown): void {
    if (typeof value !== 'object' || value === null) return this.#fail('settings');
    for (const [key, schema] of Object.entries(settingSchemas)) {
      const given: unknown = Reflect.get(value, key);
      const parsed = v.safeParse(schema, given);
      if (parsed.success) this.#settings = { ...this.#settings, [key]: parsed.output };
      else if (given !== undefined) this.#fail(`settings.${key}`);
    }
  }

  /** A line without its end: of a file, what is there is kept. */
  #readCutLine(line: string): void {
    const [, name, text] = /^\["file",("(?:[^"\\]|\\.)*"),"((?:[^"\\]|\\.)*)/s.exec(line) ?? [];
    if (name === undefined || text === undefined) return;
    const fileName = parseJson(name);
    const kept = parseJson(`"${text.replace(/\\u[\da-f]{0,3}$/i, '')}"`);
    if (typeof fileName === 'string' && typeof kept === 'string') this.#readFile([fileName, kept]);
  }

  #accept<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown, part: string): Output | null {
    const parsed = v.safeParse(schema, value);
    if (parsed.success) return parsed.output;
    this.#fail(part);
    return null;
  }

  #fail(part: string): void {
    this.#problems.push({ kind: 'part', part });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
