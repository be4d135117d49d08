/** The timeline as a picture to take away: ruler, names and lanes, as many as there are, in the window of time in view. */
import type { Painter } from './painter.ts';
import { paintLanes } from './paint-lanes.ts';
import { paintPlayhead, paintRuler } from './paint-ruler.ts';
import type { Scene } from './scene.ts';
import { SvgContext } from './svg-context.ts';
import { stateFills, svgPatterns } from './state-pattern.ts';

const labelWidthPx = 170;
const rulerHeightPx = 26;

export interface PictureScene extends Omit<Scene, 'fills'> {
  readonly laneName: (lane: Scene['layout']['lanes'][number]['lane']) => string;
  readonly groupName: (header: Scene['layout']['headers'][number]) => string;
}

export function svgPicture(scene: PictureScene): string {
  const context = new SvgContext();
  const fills = scene.theme.states.map((colors, state) => (colors.fill === '' ? '' : `url(#state-${state})`));
  paintPicture(context, { ...scene, fills });
  return context.document(...pictureSize(scene), svgPatterns(scene.theme));
}

export function pngPicture(scene: PictureScene, density: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  const [widthPx, heightPx] = pictureSize(scene);
  canvas.width = widthPx * density;
  canvas.height = heightPx * density;
  const context = canvas.getContext('2d');
  if (context === null) return Promise.resolve(null);
  context.scale(density, density);
  paintPicture(context, { ...scene, fills: stateFills(scene.theme, density) });
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function pictureSize(scene: PictureScene): [number, number] {
  return [labelWidthPx + scene.window.widthPx, rulerHeightPx + scene.layout.height];
}

function paintPicture(context: Painter, scene: PictureScene & Scene): void {
  const { theme, layout, window, playheadNs, trace } = scene;
  const [widthPx, heightPx] = pictureSize(scene);
  context.fillStyle = theme.background;
  context.fillRect(0, 0, widthPx, heightPx);
  const ruler = { window, theme, playheadNs, measured: null, endNs: trace.endNs };
  context.save();
  context.translate(labelWidthPx, 0);
  paintRuler(context, { ...ruler, heightPx: rulerHeightPx });
  context.translate(0, rulerHeightPx);
  paintLanes(context, { ...scene, heightPx: layout.height, scrollTopPx: 0 });
  paintPlayhead(context, { ...ruler, heightPx: layout.height });
  context.restore();
  context.font = `${theme.smallPx}px ${theme.fontUi}`;
  context.textBaseline = 'middle';
  for (const header of layout.headers) {
    context.fillStyle = theme.textMuted;
    context.fillText(scene.groupName(header), 8, rulerHeightPx + header.top + header.height / 2);
  }
  for (const { lane, top } of layout.lanes) {
    context.fillStyle = theme.text;
    context.fillText(scene.laneName(lane), 16, rulerHeightPx + top + theme.laneHeightPx / 2);
  }
}
