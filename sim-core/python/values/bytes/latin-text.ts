/**
 * Bytes as a text of the characters U+0000 to U+00FF, which the functions for texts can work on.
 * The other functions of this folder go this way.
 */
export function latinText(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 4096) {
    text += String.fromCharCode(...bytes.subarray(from, from + 4096));
  }
  return text;
}

export function bytesOfLatin(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
