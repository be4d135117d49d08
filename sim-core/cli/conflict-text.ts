/** In words: the schedule wants a thread that cannot go on. */
import type { Hindrance, ScheduleConflict } from '../trace/candidate.ts';

export function conflictText({ choice, step, thread, threadName, hindrance }: ScheduleConflict): string {
  const who = threadName === '' ? `thread ${thread}` : `thread ${thread} (${threadName})`;
  return `lockstep: the schedule's choice ${choice}, after ${step} bytecodes, wants ${who}: ${hindranceText(hindrance)}\n`;
}

function hindranceText(hindrance: Hindrance): string {
  switch (hindrance.kind) {
    case 'no-such-thread':
      return 'there is no such thread yet';
    case 'finished':
      return 'it has finished';
    case 'sleeping':
      return `it sleeps until ${hindrance.untilNs / 1e6} ms`;
    case 'waiting': {
      const held = hindrance.heldBy.length === 0 ? '' : `, held by ${hindrance.heldBy.join(', ')}`;
      return `it waits for ${awaitedText(hindrance)}${held}`;
    }
  }
}

function awaitedText({ thing, name }: Hindrance & { kind: 'waiting' }): string {
  switch (thing) {
    case 'join':
      return `the end of ${name}`;
    case 'start':
      return `${name} to have started`;
    case 'queue-empty':
      return `something in the queue ${name}`;
    case 'queue-full':
      return `room in the queue ${name}`;
    case 'other':
      return name;
    case 'lock':
    case 'condition':
    case 'event':
    case 'semaphore':
    case 'barrier':
    case 'input':
      return `the ${thing} ${name}`;
  }
}
