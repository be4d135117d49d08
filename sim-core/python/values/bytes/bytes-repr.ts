import { latinText } from './latin-text.ts';

const shortEscapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' };

/** `repr(bytes)`; a bytearray puts its name round it. */
export function reprBytes(bytes: Uint8Array): string {
  const text = latinText(bytes);
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text.replace(/[^ -~]|[\\'"]/g, (character) => {
    if (character === quote) return `\\${character}`;
    if (character === "'" || character === '"') return character;
    return shortEscapes[character] ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
  return `b${quote}${body}${quote}`;
}
