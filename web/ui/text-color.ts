/** Black or white, whichever reads better on a colour given as '#rrggbb'. */
export function textOn(fill: string): string {
  return luminance(fill) > 0.19 ? '#0b0d10' : '#ffffff';
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
