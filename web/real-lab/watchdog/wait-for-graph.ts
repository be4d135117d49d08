import type { WaitTable } from './wait-table.ts';

/** Worker → resource it waits for → worker that holds it. */
export interface WaitEdge {
  readonly waiter: number;
  readonly resource: number;
  readonly holder: number;
}

export function waitEdgesOf({ waitsFor, owners }: Pick<WaitTable, 'waitsFor' | 'owners'>): readonly WaitEdge[] {
  return waitsFor.flatMap((resource, waiter) => {
    const holder = resource === null ? null : (owners[resource] ?? null);
    return resource === null || holder === null || holder === waiter ? [] : [{ waiter, resource, holder }];
  });
}

/**
 * The workers that wait for each other in a circle, in order; null if there is none.
 * Everybody waits for at most one resource and a mutex has one owner, so from each worker only one path leads on.
 */
export function findCycle(edges: readonly WaitEdge[]): readonly WaitEdge[] | null {
  const edgeFrom = new Map(edges.map((edge) => [edge.waiter, edge]));
  for (const { waiter: start } of edges) {
    const path: WaitEdge[] = [];
    for (let edge = edgeFrom.get(start); edge !== undefined && path.length < edges.length;) {
      path.push(edge);
      if (edge.holder === start) return path;
      edge = edgeFrom.get(edge.holder);
    }
  }
  return null;
}
