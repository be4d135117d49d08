/** Who waits for whom at a moment: threads as nodes, waits as edges, and those edges that close a circle. */
import type { Moment } from '../../sim-core/trace/moment.ts';
import { whyChain } from './why-chain.ts';

export interface WaitEdge {
  readonly from: number;
  readonly to: number;
  readonly resourceName: string;
  /** True where it waits for the other's end (join). */
  readonly isJoin: boolean;
  readonly isInCircle: boolean;
}

interface WaitNode {
  readonly thread: number;
  readonly name: string;
  readonly isInCircle: boolean;
}

export interface WaitGraphData {
  readonly nodes: readonly WaitNode[];
  readonly edges: readonly WaitEdge[];
}

/** A picture of more than that says nothing. */
const mostWaiting = 200;

/** The GIL is left out: it moves all the time, and waiting for it never lasts. */
export function waitGraphOf(moment: Moment): WaitGraphData {
  const waiting = moment.threads.filter(({ waitsFor }) => waitsFor !== null).slice(0, mostWaiting);
  /** One of several who have a semaphore's places: another could give one back, so that nothing goes round in a circle. */
  const unsure = new Set<number>();
  const edges = waiting.flatMap((thread): Omit<WaitEdge, 'isInCircle'>[] => {
    const [link] = whyChain(moment, thread.id);
    if (link?.kind !== 'waits' || link.holder === null || link.resourceKind === 'gil') return [];
    if (link.holders.length > 1) unsure.add(thread.id);
    return [
      {
        from: thread.id,
        to: link.holder.thread,
        resourceName: link.resourceName,
        isJoin: link.resourceKind === 'thread-end',
      },
    ];
  });
  const next = new Map(edges.filter(({ from }) => !unsure.has(from)).map(({ from, to }) => [from, to]));
  const isInCircle = (thread: number): boolean => reachesItself(thread, next);
  const shown = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return {
    edges: edges.map((edge) => ({ ...edge, isInCircle: isInCircle(edge.from) })),
    nodes: moment.threads
      .filter(({ id }) => shown.has(id))
      .map(({ id, name }) => ({ thread: id, name, isInCircle: isInCircle(id) })),
  };
}

function reachesItself(thread: number, next: ReadonlyMap<number, number>): boolean {
  let current = next.get(thread);
  for (let hops = 0; current !== undefined && hops <= next.size; hops += 1) {
    if (current === thread) return true;
    current = next.get(current);
  }
  return false;
}
