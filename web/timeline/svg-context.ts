/**
 * What our painters need of a canvas, written down as SVG: so a picture for slides comes from the very same code.
 * Knows rectangles, lines, triangles, arcs as dots, and text; patterns are given as 'url(#…)' fills.
 */
export class SvgContext {
  fillStyle: string | CanvasPattern | CanvasGradient = '#000';
  strokeStyle: string | CanvasPattern | CanvasGradient = '#000';
  lineWidth = 1;
  globalAlpha = 1;
  font = '12px sans-serif';
  textBaseline: CanvasTextBaseline = 'alphabetic';

  readonly #measure: CanvasRenderingContext2D | null = document.createElement('canvas').getContext('2d');
  readonly #elements: string[] = [];
  readonly #saved: { readonly x: number; readonly y: number; readonly font: string }[] = [];
  #x = 0;
  #y = 0;
  #path: string[] = [];

  save(): void {
    this.#saved.push({ x: this.#x, y: this.#y, font: this.font });
  }

  restore(): void {
    const saved = this.#saved.pop();
    if (saved === undefined) return;
    this.#x = saved.x;
    this.#y = saved.y;
    this.font = saved.font;
  }

  translate(x: number, y: number): void {
    this.#x += x;
    this.#y += y;
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#add(`<rect ${this.#box(x, y, width, height)} fill="${colorOf(this.fillStyle)}"${this.#opacity()}/>`);
  }

  // eslint-disable-next-line max-params -- the canvas' own signature
  strokeRect(x: number, y: number, width: number, height: number): void {
    const stroke = `stroke="${colorOf(this.strokeStyle)}" stroke-width="${this.lineWidth}"`;
    this.#add(`<rect ${this.#box(x, y, width, height)} fill="none" ${stroke}${this.#opacity()}/>`);
  }

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${round(this.#x + x)} ${round(this.#y + y)}`);
  }

  lineTo(x: number, y: number): void {
    this.#path.push(`L${round(this.#x + x)} ${round(this.#y + y)}`);
  }

  fill(): void {
    this.#add(`<path d="${this.#path.join('')}Z" fill="${colorOf(this.fillStyle)}"${this.#opacity()}/>`);
  }

  stroke(): void {
    const stroke = `stroke="${colorOf(this.strokeStyle)}" stroke-width="${this.lineWidth}"`;
    this.#add(`<path d="${this.#path.join('')}" fill="none" ${stroke}${this.#opacity()}/>`);
  }

  measureText(text: string): TextMetrics {
    if (this.#measure === null) throw new Error('the browser gives no canvas to measure text with');
    this.#measure.font = this.font;
    return this.#measure.measureText(text);
  }

  fillText(text: string, x: number, y: number): void {
    const baseline = this.textBaseline === 'middle' ? ' dominant-baseline="central"' : '';
    const place = `x="${round(this.#x + x)}" y="${round(this.#y + y)}"`;
    const style = `font:${this.font.replaceAll('"', "'")}`;
    this.#add(`<text ${place} style="${style}" fill="${colorOf(this.fillStyle)}"${baseline}>${escaped(text)}</text>`);
  }

  /** The whole picture; `definitions` holds the patterns that fills refer to. */
  document(widthPx: number, heightPx: number, definitions: string): string {
    const size = `width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><defs>${definitions}</defs>${this.#elements.join('\n')}</svg>\n`;
  }

  #add(element: string): void {
    this.#elements.push(element);
  }

  // eslint-disable-next-line max-params -- as fillRect has them
  #box(x: number, y: number, width: number, height: number): string {
    return `x="${round(this.#x + x)}" y="${round(this.#y + y)}" width="${round(Math.max(0, width))}" height="${round(Math.max(0, height))}"`;
  }

  #opacity(): string {
    return this.globalAlpha === 1 ? '' : ` opacity="${this.globalAlpha}"`;
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** SVG knows no canvas patterns: they come as 'url(#…)' instead. */
function colorOf(style: string | CanvasPattern | CanvasGradient): string {
  return typeof style === 'string' ? style : 'none';
}
