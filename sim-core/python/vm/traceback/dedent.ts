/** The lines without the white space that all of them (but blank ones) begin with. Models: textwrap.dedent. */
export function dedented(lines: readonly string[]): string[] {
  const bare = lines.map((line) => (/^[ \t]+$/.test(line) ? '' : line));
  let margin: string | null = null;
  for (const line of bare) {
    if (line === '') continue;
    const indent = (/^[ \t]*/.exec(line) as RegExpExecArray)[0];
    margin = margin === null ? indent : commonStart(margin, indent);
  }
  const width = margin === null ? 0 : margin.length;
  return bare.map((line) => line.slice(width));
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}
