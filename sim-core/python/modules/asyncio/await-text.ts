/** What a suspended task waits for, in the program's own words: the text of its `await`, a sleep with its seconds, a task by its name. */
import { PyFloat } from '../../objects/py-float.ts';
import { PyGenerator } from '../../objects/py-generator.ts';
import type { Value } from '../../objects/value.ts';
import { reprFloat } from '../../values/float/float-text.ts';
import type { PyFrame } from '../../vm/frame.ts';
import { delegateOf } from '../../vm/generators.ts';
import type { Interpreter } from '../../vm/interpreter.ts';
import { columnOfByte } from '../../vm/traceback/source-columns.ts';
import { isTask } from './task-trace.ts';
import type { Task } from './task.ts';

const longestText = 60;

/** The frames a suspended task goes through, outermost first. */
export function awaitChain(task: Task): PyFrame[] {
  const frames: PyFrame[] = [];
  let generator = generatorOf(task.coroutine);
  while (generator !== null && generator.frame !== null) {
    frames.push(generator.frame);
    generator = generatorOf(delegateOf(generator));
  }
  return frames;
}

/** A coroutine, or the asynchronous generator or coroutine behind an iterator of its steps. */
function generatorOf(value: Value): PyGenerator | null {
  if (value instanceof PyGenerator) return value;
  if (typeof value !== 'object' || value === null) return null;
  const { coroutine, generator } = value as unknown as { coroutine?: unknown; generator?: unknown };
  if (coroutine instanceof PyGenerator) return coroutine;
  return generator instanceof PyGenerator ? generator : null;
}

export function awaitText(interpreter: Interpreter, task: Task, future: Value): string {
  const frames = awaitChain(task);
  const own = frames.findLastIndex((frame) => !frame.code.isLibrary);
  const called = frames[own + 1];
  const slept = called === undefined ? null : sleepText(called);
  if (slept !== null) return slept;
  if (called === undefined && isTask(future)) return String(future.name);
  const frame = frames[own];
  const text = frame === undefined ? '' : awaitedExpression(interpreter, frame);
  if (text !== '') return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return isTask(future) ? String(future.name) : 'future';
}

function sleepText(frame: PyFrame): string | null {
  if (!frame.code.isLibrary || frame.code.source.qualifiedName !== 'sleep') return null;
  const delay = frame.slots[0];
  if (delay instanceof PyFloat) return `sleep(${reprFloat(delay.value)})`;
  return typeof delay === 'number' ? `sleep(${delay})` : null;
}

/** The source text of the expression behind `await` (or of the manager of `async with`, the iterator of `async for`). */
function awaitedExpression(interpreter: Interpreter, frame: PyFrame): string {
  const { source } = frame.code;
  const at = 4 * Math.max(0, frame.pc - 1);
  const [line, endLine, column, endColumn] = [0, 1, 2, 3].map((i) => source.positions[at + i] ?? -1) as [
    number,
    number,
    number,
    number,
  ];
  if (line < 0 || column < 0 || endColumn < 0) return '';
  const lines: string[] = [];
  for (let number = line; number <= endLine; number += 1)
    lines.push(interpreter.sourceLine(source.fileName, number) ?? '');
  const last = lines.length - 1;
  lines[last] = (lines[last] as string).slice(0, columnOfByte(lines[last] as string, endColumn));
  lines[0] = (lines[0] as string).slice(columnOfByte(lines[0] as string, column));
  return lines
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/^await\s*/, '');
}
