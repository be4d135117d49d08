/** An SVG document as a picture of pixels, so many to a unit; null where the browser cannot. */
export async function svgToPng(svg: string, density: number): Promise<Blob | null> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * density;
  canvas.height = image.naturalHeight * density;
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  if (context === null) return null;
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
