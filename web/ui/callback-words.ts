/** The callbacks of an event loop in the page's language: 'step of Task-2'. Names of functions stay as they are. */
import type { useCommonMessages } from './messages/common.ts';

const tasks = [
  { prefix: 'step of ', message: 'callback.step' },
  { prefix: 'wake-up of ', message: 'callback.wakeUp' },
  { prefix: 'sleep of ', message: 'callback.sleep' },
] as const;

/** `text` as the trace has it. */
export function callbackWords(text: string, common: ReturnType<typeof useCommonMessages>): string {
  const known = tasks.find(({ prefix }) => text.startsWith(prefix));
  return known === undefined ? text : common(known.message, { task: text.slice(known.prefix.length) });
}
