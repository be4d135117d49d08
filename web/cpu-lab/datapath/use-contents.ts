/** What stands in the boxes: registers of the machine, the beat, the control signals. */
import type { LabListingRow, LabMoment } from '../../worker/riscv-api.ts';
import { hexadecimal } from '../format-word.ts';
import { useLab } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import { signalOfWire } from './picture.ts';
import type { PartId } from './picture.ts';

type Micro = NonNullable<LabMoment['micro']>;
type MicroStep = Micro['steps'][number];
type Contents = Partial<Record<PartId, string>>;

const holders = ['pc', 'ir', 'a', 'b', 'aluOut', 'mar', 'mdr', 'registers'] as const;

export function useContents(step: MicroStep | null): Readonly<Contents> {
  const t = useCpuMessages();
  const moment = useLab((state) => state.moment);
  const listing = useLab((state) => state.loaded?.listing);
  const config = useLab((state) => state.config);
  const micro = moment?.micro ?? null;
  if (moment === null || micro === null) return {};
  const row = listing?.find((it) => it.address === micro.pc);
  const hasCache = config.dataCache !== null || config.instructionCache !== null;
  return {
    ...heldBy(micro),
    ...decodedBy(micro, row ?? null),
    clock: t('picture.cycle', { cycle: moment.cycle }),
    beats: config.model === 'multi-cycle' ? `T${step?.beat ?? 1}` : 'T1',
    startStop: moment.isStopped ? t('picture.stopped') : t('picture.runs'),
    matrix: signalsOf(step),
    cache: hasCache ? cacheText(moment) : t('picture.noCache'),
    memory: memoryText(micro, step),
  };
}

/** The values that registers of the machine keep. */
function heldBy(micro: Micro): Contents {
  const held = new Map<string, number>(micro.holds);
  const contents: Contents = { pc: hexadecimal(micro.pc) };
  for (const part of holders) {
    const value = held.get(part);
    if (value !== undefined) contents[part] = hexadecimal(value);
  }
  const immediate = held.get('immediate');
  if (immediate !== undefined) contents.immediate = String(immediate);
  return contents;
}

/** What is known of the instruction once the decoder has acted. */
function decodedBy(micro: Micro, row: LabListingRow | null): Contents {
  const happened = micro.steps.slice(0, micro.shown);
  if (row === null || !happened.some((it) => it.phase === 'decode')) return {};
  const calculation = happened.findLast((it) => it.parts.includes('alu'))?.transfer.replace('ALUOut ← ', '');
  return {
    decoder: row.text.split(' ')[0] ?? '',
    ir: row.text,
    ...(calculation === undefined ? {} : { alu: calculation }),
  };
}

/** Hits and misses of both caches together. */
function cacheText({ harts }: LabMoment): string {
  const counts = [harts[0]?.dataCache?.counts, harts[0]?.instructionCache?.counts];
  const sum = (part: 'hits' | 'misses'): number => counts.reduce((total, each) => total + (each?.[part] ?? 0), 0);
  return `✓ ${sum('hits')}  ✗ ${sum('misses')}`;
}

function signalsOf(step: MicroStep | null): string {
  const signals = step?.wires.flatMap(([wire]) => signalOfWire[wire] ?? []) ?? [];
  return signals.slice(0, 3).join(' ');
}

function memoryText({ holds }: Micro, step: MicroStep | null): string {
  const held = new Map<string, number>(holds);
  const [address, data] = [held.get('mar'), held.get('mdr')];
  if (address === undefined) return '–';
  const moves = new Set<string>(step?.wires.map(([wire]) => wire));
  const arrow = moves.has('mdr-data') ? '←' : moves.has('data-mdr') ? '→' : null;
  return arrow === null || data === undefined
    ? `M[${hexadecimal(address)}]`
    : `M[${hexadecimal(address)}]\n${arrow} ${hexadecimal(data)}`;
}
