import { sliceIndices, type SliceBounds } from '../slice-indices.ts';
import { wideCharacters } from './code-points.ts';

/** `text[start:stop:step]`. */
export function sliceText(text: string, bounds: SliceBounds): string {
  const characters = wideCharacters(text);
  const { start, step, count } = sliceIndices(bounds, characters?.length ?? text.length);
  if (step === 1) {
    return characters === null ? text.slice(start, start + count) : characters.slice(start, start + count).join('');
  }
  let slice = '';
  for (let taken = 0, index = start; taken < count; taken++, index += step) {
    slice += characters === null ? text.charAt(index) : (characters[index] as string);
  }
  return slice;
}
