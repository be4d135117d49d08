/** The part of a canvas that painters use: a canvas has it, and so has our SVG. */
export type Painter = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'globalAlpha'
  | 'font'
  | 'textBaseline'
  | 'save'
  | 'restore'
  | 'translate'
  | 'fillRect'
  | 'strokeRect'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
  | 'measureText'
  | 'fillText'
> & { fill(): void };
