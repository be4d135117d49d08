/** The patterns of tokens.css' states as canvas fills; the same shapes as ui/state-swatch draws in the page. */
import type { CanvasTheme } from '../ui/canvas-theme.ts';
import { type StatePattern, stateStyleOf } from '../ui/state-style.ts';

export type Fill = string | CanvasPattern;

/** A fill for every state; made once per theme and pixel density. */
export function stateFills(theme: CanvasTheme, density: number): readonly Fill[] {
  return theme.states.map((colors, state) => fillOf(stateStyleOf(state).pattern, colors, density));
}

interface Colors {
  readonly fill: string;
  readonly ink: string;
}

function fillOf(pattern: StatePattern, colors: Colors, density: number): Fill {
  const size = tileSizes[pattern];
  if (size === 0) return colors.fill;
  const tile = document.createElement('canvas');
  tile.width = size * density;
  tile.height = size * density;
  const context = tile.getContext('2d');
  if (context === null) return colors.fill;
  context.scale(density, density);
  context.fillStyle = colors.fill;
  context.fillRect(0, 0, size, size);
  context.fillStyle = colors.ink;
  context.strokeStyle = colors.ink;
  context.lineWidth = 1.2;
  drawTile(context, pattern, size);
  const made = context.createPattern(tile, 'repeat');
  made?.setTransform(new DOMMatrix().scale(1 / density));
  return made ?? colors.fill;
}

const tileSizes: Readonly<Record<StatePattern, number>> = {
  solid: 0,
  dots: 5,
  hatch: 7,
  'cross-hatch': 7,
  'sparse-dots': 9,
  lines: 5,
  outline: 0,
};

function drawTile(context: CanvasRenderingContext2D, pattern: StatePattern, size: number): void {
  if (pattern === 'dots' || pattern === 'sparse-dots') {
    context.beginPath();
    context.arc(size / 2, size / 2, 1, 0, Math.PI * 2);
    context.fill();
  }
  if (pattern === 'lines') context.fillRect(0, 1, size, 1);
  if (pattern === 'hatch' || pattern === 'cross-hatch') drawDiagonal(context, size, false);
  if (pattern === 'cross-hatch') drawDiagonal(context, size, true);
}

/** A diagonal with its continuations in the corners, so that tiles join without gaps. */
function drawDiagonal(context: CanvasRenderingContext2D, size: number, isFalling: boolean): void {
  context.beginPath();
  for (const shift of [-size, 0, size]) {
    context.moveTo(shift, isFalling ? 0 : size);
    context.lineTo(shift + size, isFalling ? size : 0);
  }
  context.stroke();
}

/** The same tiles as SVG patterns named 'state-0', 'state-1' … */
export function svgPatterns(theme: CanvasTheme): string {
  return theme.states
    .map((colors, state) => {
      const { pattern } = stateStyleOf(state);
      const size = tileSizes[pattern] || 8;
      const ground = `<rect width="${size}" height="${size}" fill="${colors.fill}"/>`;
      const box = `width="${size}" height="${size}" patternUnits="userSpaceOnUse"`;
      return `<pattern id="state-${state}" ${box}>${ground}${svgMarks(pattern, size, colors.ink)}</pattern>`;
    })
    .join('');
}

function svgMarks(pattern: StatePattern, size: number, ink: string): string {
  const rising = `<path d="M0 ${size}L${size} 0" stroke="${ink}" stroke-width="1.2"/>`;
  const falling = `<path d="M0 0L${size} ${size}" stroke="${ink}" stroke-width="1.2"/>`;
  const marks: Readonly<Record<StatePattern, string>> = {
    solid: '',
    outline: '',
    dots: `<circle cx="${size / 2}" cy="${size / 2}" r="1" fill="${ink}"/>`,
    'sparse-dots': `<circle cx="${size / 2}" cy="${size / 2}" r="1" fill="${ink}"/>`,
    hatch: rising,
    'cross-hatch': rising + falling,
    lines: `<rect y="1" width="${size}" height="1" fill="${ink}"/>`,
  };
  return marks[pattern];
}
