/**
 * The door for a page that shows this one in a frame, by messages: 'PING' is answered with 'PONG' (so it knows that we listen),
 * { lockstep: 'open', link } opens a link's fragment, { lockstep: 'step', step } goes to a step. After every seek we send
 * { lockstep: 'at', step, timeNs }. Whoever frames us could show any link anyway, so everybody may ask.
 */
import { useEffect } from 'react';
import * as v from 'valibot';
import { useStoreApi } from '../store/store-context.ts';
import { openLink } from './open-link.ts';

const messageSchema = v.variant('lockstep', [
  v.object({ lockstep: v.literal('open'), link: v.pipe(v.string(), v.maxLength(4_000_000)) }),
  v.object({ lockstep: v.literal('step'), step: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
]);

export function useEmbedDoor(): void {
  const store = useStoreApi();
  useEffect(() => {
    if (globalThis.parent === globalThis.self) return undefined;
    const onMessage = (event: MessageEvent): void => {
      if (event.source !== globalThis.parent) return;
      if (event.data === 'PING') globalThis.parent.postMessage('PONG', '*');
      const asked = v.safeParse(messageSchema, event.data);
      if (!asked.success) return;
      if (asked.output.lockstep === 'open') void openLink(store, asked.output.link);
      else void store.getState().seekStep(asked.output.step);
    };
    addEventListener('message', onMessage);
    const stop = store.subscribe(({ moment }, before) => {
      if (moment === null || moment === before.moment) return;
      globalThis.parent.postMessage({ lockstep: 'at', step: moment.step, timeNs: moment.timeNs }, '*');
    });
    return () => {
      removeEventListener('message', onMessage);
      stop();
    };
  }, [store]);
}
