/** The lines of the file in the editor after some bytecode of which another thread can take over, as far as threads stand in their code. */
import { useEffect, useState } from 'react';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import type { Store } from '../store/store.ts';

const none: readonly number[] = [];

interface Known {
  readonly trace: Trace | null;
  readonly lines: readonly number[];
}

export function useSwitchLines(): readonly number[] {
  const store = useStoreApi();
  const codes = useStore(codesInFile);
  const trace = useStore((state) => state.trace);
  const [known, setKnown] = useState<Known>({ trace: null, lines: none });
  useEffect(() => {
    if (codes === '') return undefined;
    let isWanted = true;
    const load = async (): Promise<void> => {
      const listings = await Promise.all(codes.split(' ').map((code) => store.getState().loadBytecode(Number(code))));
      const rows = listings.flatMap((listing) => listing.rows);
      const lines = rows.flatMap(({ line, canSwitchAfter }) => (canSwitchAfter && line !== null ? [line] : []));
      if (isWanted) {
        setKnown((before) => {
          const earlier = before.trace === trace ? before.lines : none;
          return { trace, lines: [...new Set([...earlier, ...lines])].toSorted((one, other) => one - other) };
        });
      }
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [store, codes, trace]);
  return known.trace === trace ? known.lines : none;
}

/** The code objects of the person's own frames, as a text so that equal lists are equal. */
function codesInFile({ moment, scenario, activeFile, ranScenario }: Store): string {
  const file = scenario.files[activeFile];
  const ran = ranScenario?.files.find(({ name }) => name === file?.name);
  if (moment === null || file === undefined || ran?.text !== file.text) return '';
  const frames = moment.threads.flatMap((thread) => thread.frames);
  const codes = frames.filter(({ fileName }) => fileName === file.name).map(({ code }) => code);
  return [...new Set(codes)].toSorted((one, other) => one - other).join(' ');
}
