/** Where the nodes of a wait-for graph stand: on an ellipse, so that a circle of waits is seen as one. */
import type { WaitGraphData } from './wait-graph-data.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export function placesOf(
  graph: WaitGraphData,
  size: { readonly width: number; readonly height: number },
): ReadonlyMap<number, Place> {
  const count = graph.nodes.length;
  const centre = { x: size.width / 2, y: size.height / 2 };
  const radius = count === 1 ? { x: 0, y: 0 } : { x: size.width / 2 - 72, y: size.height / 2 - 30 };
  return new Map(
    graph.nodes.map((node, index) => {
      const angle = (index / count) * Math.PI * 2 - Math.PI;
      return [node.thread, { x: centre.x + radius.x * Math.cos(angle), y: centre.y + radius.y * Math.sin(angle) }];
    }),
  );
}

/** A curve that leaves room for the one that goes back, ending at the edge of the other node's box. */
export function edgePath(from: Place, to: Place): { readonly path: string; readonly label: Place } {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  if (dx === 0 && dy === 0) return loopPath(from);
  const length = Math.hypot(dx, dy);
  const bend = 30;
  const control = {
    x: (from.x + to.x) / 2 + (dy / length) * bend,
    y: (from.y + to.y) / 2 - (dx / length) * bend,
  };
  const start = edgeOfBox(from, control);
  const end = edgeOfBox(to, control);
  return {
    path: `M${start.x} ${start.y} Q${control.x} ${control.y} ${end.x} ${end.y}`,
    label: { x: (start.x + end.x) / 4 + control.x / 2, y: (start.y + end.y) / 4 + control.y / 2 - 4 },
  };
}

/** Who waits for itself. */
function loopPath({ x, y }: Place): { readonly path: string; readonly label: Place } {
  return {
    path: `M${x + 30} ${y - 15} C${x + 60} ${y - 60} ${x - 60} ${y - 60} ${x - 30} ${y - 16}`,
    label: { x, y: y - 54 },
  };
}

/** Where the line from a box' middle towards a point leaves the box. */
function edgeOfBox(middle: Place, towards: Place): Place {
  const dx = towards.x - middle.x;
  const dy = towards.y - middle.y;
  const share = Math.min(52 / Math.max(Math.abs(dx), 0.01), 17 / Math.max(Math.abs(dy), 0.01));
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}
