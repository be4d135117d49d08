import type { ReactNode } from 'react';
import type { Moment } from '../../sim-core/trace/moment.ts';
import { threadColor } from '../ui/state-style.ts';
import { useInspectorMessages } from './messages/inspector-messages.ts';
import { waitGraphOf, type WaitEdge } from './wait-graph-data.ts';
import css from './wait-graph.module.css';
import { edgePath, type Place, placesOf } from './wait-graph-places.ts';

/** The wait-for graph: a circle of it is a deadlock, in red. Its edges are listed in words for screen readers. */
export function WaitGraph({ moment }: { readonly moment: Moment }): ReactNode {
  const t = useInspectorMessages();
  const graph = waitGraphOf(moment);
  if (graph.edges.length === 0) return <p className={css['none']}>{t('why.noWaits')}</p>;
  const count = graph.nodes.length;
  const size = { width: 400, height: count < 3 ? 120 : count < 4 ? 150 : count < 5 ? 190 : 300 };
  const places = placesOf(graph, size);
  const nameOf = (thread: number): string => graph.nodes.find((node) => node.thread === thread)?.name ?? '';
  return (
    <>
      <svg className={css['graph']} viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
        <Arrowheads />
        {graph.edges.map((edge) => (
          <Edge key={edge.from} edge={edge} places={places} />
        ))}
        {graph.nodes.map((node) => {
          const place = places.get(node.thread) ?? { x: 0, y: 0 };
          return (
            <g key={node.thread} transform={`translate(${place.x} ${place.y})`} className={css['node']}>
              <rect
                x={-50}
                y={-15}
                width={100}
                height={30}
                rx={4}
                className={node.isInCircle ? css['inCircle'] : css['plain']}
              />
              <rect x={-50} y={-15} width={5} height={30} rx={2} style={{ fill: threadColor(node.thread) }} />
              <text textAnchor="middle" dy="0.35em">
                {node.name.length > 12 ? `${node.name.slice(0, 11)}…` : node.name}
              </text>
            </g>
          );
        })}
      </svg>
      <ul className={css['words']}>
        {graph.edges.map((edge) => (
          <li key={edge.from}>
            {edge.isJoin
              ? t('why.threadEnd', { name: nameOf(edge.from), other: nameOf(edge.to) })
              : t('why.edge', { from: nameOf(edge.from), resource: edge.resourceName, to: nameOf(edge.to) })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Arrowheads(): ReactNode {
  return (
    <defs>
      {['arrow', 'arrow-circle'].map((id) => (
        <marker key={id} id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 L8 4 L0 8 z" className={id === 'arrow' ? css['head'] : css['headInCircle']} />
        </marker>
      ))}
    </defs>
  );
}

function Edge({ edge, places }: { readonly edge: WaitEdge; readonly places: ReadonlyMap<number, Place> }): ReactNode {
  const from = places.get(edge.from);
  const to = places.get(edge.to);
  if (from === undefined || to === undefined) return null;
  const { path, label } = edgePath(from, to);
  return (
    <g>
      <path
        d={path}
        className={edge.isInCircle ? css['edgeInCircle'] : css['edge']}
        markerEnd={edge.isInCircle ? 'url(#arrow-circle)' : 'url(#arrow)'}
      />
      <text x={label.x} y={label.y} textAnchor="middle" className={css['label']}>
        {edge.isJoin ? 'join' : edge.resourceName}
      </text>
    </g>
  );
}
