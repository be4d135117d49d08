/** The listing of a code object, asked for once per run. */
import { useEffect, useState } from 'react';
import type { BytecodeListing } from '../../sim-core/trace/moment.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';

interface Loaded {
  readonly trace: Trace | null;
  readonly code: number;
  readonly listing: BytecodeListing;
}

export function useBytecode(code: number | null): BytecodeListing | null {
  const store = useStoreApi();
  const trace = useStore((state) => state.trace);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (code === null) return undefined;
    let isWanted = true;
    void store
      .getState()
      .loadBytecode(code)
      .then((listing) => {
        if (isWanted) setLoaded({ trace, code, listing });
      });
    return () => {
      isWanted = false;
    };
  }, [store, trace, code]);
  return loaded !== null && loaded.trace === trace && loaded.code === code ? loaded.listing : null;
}
