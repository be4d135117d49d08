/**
 * A scenario as the fragment of an address, and back.
 *
 *     s=1.<base64url of the deflated text>
 *
 * The text has one JSON array a line: what it is, then its value. The program comes before the view, and the last line
 * carries a check over all before it, so that a link cut off on its way still gives the program, and says what is missing.
 */
import { deflateSync, strToU8 } from 'fflate';
import { toBase64Url } from './base64url.ts';
import { checkOf, linkDictionaryBytes } from './link-text.ts';
import type { LinkView } from './link-schema.ts';
import type { Scenario } from './scenario.ts';

export const linkVersion = 1;

export interface LinkDocument {
  /** The version of Lockstep that made the link. */
  readonly engine: string;
  readonly scenario: Scenario;
  readonly view: LinkView;
}

/** The fragment without '#'. */
export function encodeLink(document: LinkDocument): string {
  const text = linesOf(document)
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
  const checked = `${text}${JSON.stringify(['end', checkOf(text)])}\n`;
  const bytes = deflateSync(strToU8(checked), { level: 9, dictionary: linkDictionaryBytes() });
  return `s=${linkVersion}.${toBase64Url(bytes)}`;
}

function linesOf({ engine, scenario, view }: LinkDocument): readonly unknown[] {
  const { title, settings, files, stdin, typed, keyboard, schedule } = scenario;
  return [
    ['lockstep', linkVersion, engine],
    ['settings', settings],
    ...(title === '' ? [] : [['title', title]]),
    ...files.map(({ name, text }) => ['file', name, text]),
    ...(scenario.arguments.length === 0 ? [] : [['arguments', scenario.arguments]]),
    ...(stdin === null ? [] : [['stdin', stdin]]),
    ...(typed.length === 0 ? [] : [['typed', typed]]),
    ...(keyboard === 'ends' ? [] : [['keyboard', keyboard]]),
    ...(schedule === null ? [] : [['schedule', schedule]]),
    ...(Object.keys(view).length === 0 ? [] : [['view', view]]),
  ];
}
