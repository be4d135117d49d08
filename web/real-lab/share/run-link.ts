/**
 * The part of an address after '#': either an experiment ('#/litmus') or a whole run ('#run=1.…').
 * A run is JSON, deflated, in base64url, after the number of its format.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { is } from 'valibot';
import { type ExperimentId, experimentIds } from '../experiments/experiment-id.ts';
import { type SharedRun, sharedRunSchema } from './shared-run.ts';

export type LabAddress =
  | { readonly kind: 'experiment'; readonly experiment: ExperimentId }
  | { readonly kind: 'run'; readonly run: SharedRun }
  /** The link is newer than this page. */
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'broken' };

/** The format's number. An older one gets an upgrader here and a test when the number rises. */
const version = 1;

/** Digits that are kept of a measured number: more than any of these measurements has. Counts are kept whole. */
const significantDigits = 5;

/** Longer than any run's link; a crafted one could unpack to more memory than there is. */
const longestPacked = 20_000;

export function readAddress(hash: string): LabAddress {
  const match = /^#run=(\d+)\.([\w-]+)$/.exec(hash);
  if (match !== null) return readRun(Number(match[1]), match[2] ?? '');
  if (hash.startsWith('#run=')) return { kind: 'broken' };
  const experiment = experimentIds.find((id) => hash === `#/${id}`) ?? experimentIds[0];
  return { kind: 'experiment', experiment };
}

export function experimentHash(id: ExperimentId): string {
  return `#/${id}`;
}

export function runHash(run: SharedRun): string {
  const json = JSON.stringify(run, (_, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(significantDigits)) : value,
  );
  return `#run=${version}.${toBase64Url(deflateSync(strToU8(json), { level: 9 }))}`;
}

function readRun(linkVersion: number, packed: string): LabAddress {
  if (linkVersion > version) return { kind: 'newer', version: linkVersion };
  const content = packed.length > longestPacked ? null : unpack(packed);
  // Names that this page does not know are only shown as they are; what matters is that every value has the right shape.
  return is(sharedRunSchema, content) ? { kind: 'run', run: content as SharedRun } : { kind: 'broken' };
}

/** Null for what is not a packed JSON text: a link can be cut off on its way. */
function unpack(packed: string): unknown {
  try {
    return JSON.parse(strFromU8(inflateSync(fromBase64Url(packed))));
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.codePointAt(0) ?? 0);
}
