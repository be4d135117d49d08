/** Sentences one after the other: with a space between them, but none after a full-width mark, which brings its own. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== '')
    .reduce((text, next) => (text === '' || /[。！？：；]$/.test(text) ? text + next : `${text} ${next}`), '');
}
