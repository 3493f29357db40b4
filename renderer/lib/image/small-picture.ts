/** Edge of the small picture, in pixels: twice what is drawn, for sharp screens. */
const EDGE = 96;

/**
 * Returns a small square picture of a file as a `data:` address (the page's policy takes no other);
 * null when it cannot be drawn: then it is no picture, whatever it is called.
 */
export async function smallPicture(file: Blob): Promise<string | null> {
  try {
    const whole = await createImageBitmap(file);
    const edge = Math.min(whole.width, whole.height);
    const canvas = document.createElement('canvas');
    canvas.width = EDGE;
    canvas.height = EDGE;
    const left = (whole.width - edge) / 2;
    const top = (whole.height - edge) / 2;
    canvas.getContext('2d')?.drawImage(whole, left, top, edge, edge, 0, 0, EDGE, EDGE);
    whole.close();
    return canvas.toDataURL('image/png');
  } catch {
    return null;
  }
}
