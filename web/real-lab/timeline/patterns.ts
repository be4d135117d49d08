import type { CanvasTheme } from '../../ui/canvas-theme.ts';
import { type StatePattern, stateStyles } from '../../ui/state-style.ts';

/** Side of the tile a pattern repeats, in CSS pixels. */
const tilePx = 8;

/** For each state a canvas pattern in its colour: the same looks as the swatches have. */
export function statePatterns(
  context: CanvasRenderingContext2D,
  theme: CanvasTheme,
): readonly (CanvasPattern | string)[] {
  return stateStyles.map(({ pattern }, state) => {
    const { fill, ink } = theme.states[state] ?? { fill: theme.sunken, ink: theme.text };
    if (pattern === 'solid') return fill;
    const tile = document.createElement('canvas');
    const scale = devicePixelRatio;
    tile.width = tilePx * scale;
    tile.height = tilePx * scale;
    const pen = tile.getContext('2d');
    if (pen === null) return fill;
    pen.scale(scale, scale);
    pen.fillStyle = fill;
    pen.fillRect(0, 0, tilePx, tilePx);
    pen.strokeStyle = ink;
    pen.fillStyle = ink;
    pen.lineWidth = 1.2;
    drawTile(pen, pattern);
    const repeated = context.createPattern(tile, 'repeat');
    repeated?.setTransform(new DOMMatrix().scale(1 / scale));
    return repeated ?? fill;
  });
}

function drawTile(pen: CanvasRenderingContext2D, pattern: StatePattern): void {
  const line = (points: readonly (readonly [number, number, number, number])[]): void => {
    pen.beginPath();
    for (const [x1, y1, x2, y2] of points) {
      pen.moveTo(x1, y1);
      pen.lineTo(x2, y2);
    }
    pen.stroke();
  };
  const rising = [
    [-1, 9, 9, -1],
    [-5, 5, 5, -5],
    [3, 13, 13, 3],
  ] as const;
  switch (pattern) {
    case 'solid':
    case 'outline':
      return;
    case 'dots':
      pen.fillRect(1, 1, 2, 2);
      pen.fillRect(5, 5, 2, 2);
      return;
    case 'sparse-dots':
      pen.fillRect(3, 3, 1.5, 1.5);
      return;
    case 'hatch':
      return line(rising);
    case 'cross-hatch':
      return line([...rising, ...rising.map(([x1, y1, x2, y2]) => [tilePx - x1, y1, tilePx - x2, y2] as const)]);
    case 'lines':
      return line([
        [0, 2, 8, 2],
        [0, 6, 8, 6],
      ]);
  }
}
