/** The `bytes.is…` predicates, which know ASCII only. */
import { latinText } from './latin-text.ts';

export function areAlphabeticBytes(bytes: Uint8Array): boolean {
  return /^[A-Za-z]+$/.test(latinText(bytes));
}

export function areAlphanumericBytes(bytes: Uint8Array): boolean {
  return /^[A-Za-z\d]+$/.test(latinText(bytes));
}

export function areAsciiBytes(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 128);
}

export function areDigitBytes(bytes: Uint8Array): boolean {
  return /^\d+$/.test(latinText(bytes));
}

export function areSpaceBytes(bytes: Uint8Array): boolean {
  return /^[\t-\r ]+$/.test(latinText(bytes));
}

export function areLowerBytes(bytes: Uint8Array): boolean {
  const text = latinText(bytes);
  return /[a-z]/.test(text) && !/[A-Z]/.test(text);
}

export function areUpperBytes(bytes: Uint8Array): boolean {
  const text = latinText(bytes);
  return /[A-Z]/.test(text) && !/[a-z]/.test(text);
}

export function areTitleBytes(bytes: Uint8Array): boolean {
  return /^[^A-Za-z]*(?:[A-Z][a-z]*(?:[^A-Za-z]+|$))+$/.test(latinText(bytes));
}
