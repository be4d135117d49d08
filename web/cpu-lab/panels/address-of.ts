/** What a person may type as an address: a label, a hexadecimal or a decimal number; always a whole word. */
export function addressOf(text: string, symbols: readonly (readonly [name: string, address: number])[]): number | null {
  const typed = text.trim();
  const symbol = symbols.find(([name]) => name === typed);
  if (symbol !== undefined) return (symbol[1] & ~3) >>> 0;
  if (!/^(0x[0-9a-f]{1,8}|\d{1,10})$/i.test(typed)) return null;
  return (Number(typed) & ~3) >>> 0;
}
