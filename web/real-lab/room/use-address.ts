import { useEffect, useState } from 'react';
import { type LabAddress, readAddress } from '../share/run-link.ts';

export interface VisitedAddress {
  readonly address: LabAddress;
  /** Changes with every place that is gone to. */
  readonly hash: string;
}

/** What the part after '#' asks for. A link that the page itself puts there for copying is not gone to. */
export function useAddress(): VisitedAddress {
  const [visited, setVisited] = useState(read);
  useEffect(() => {
    const onHashChange = (): void => setVisited(read());
    addEventListener('hashchange', onHashChange);
    return () => removeEventListener('hashchange', onHashChange);
  }, []);
  return visited;
}

function read(): VisitedAddress {
  return { address: readAddress(location.hash), hash: location.hash };
}
