// Several harts: the protocols' transitions, their invariants in every cycle, and what programs may rely on.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainCache } from '../machine/machine-config.ts';
import type { MachineConfig } from '../machine/machine-config.ts';
import type { Machine } from '../machine/machine.ts';
import { SparseMemory } from '../memory/sparse-memory.ts';
import { load, register, run } from '../testing/run-assembly.ts';
import type { Coherence } from './cache-config.ts';
import { CachedPort } from './cached-port.ts';
import { CacheLines, LineState } from './cache-lines.ts';
import { SnoopingBus } from './snooping-bus.ts';

const shape = { ...plainCache, sets: 2, ways: 1, wordsPerBlock: 2, penaltyCycles: 2 };

class Board {
  readonly memory = new SparseMemory();
  readonly caches: readonly CacheLines[];
  readonly bus: SnoopingBus;
  readonly ports: readonly CachedPort[];

  constructor(protocol: Coherence, harts: number) {
    this.caches = Array.from({ length: harts }, () => new CacheLines(shape));
    this.bus = new SnoopingBus(protocol, this.memory, this.caches);
    this.ports = this.caches.map(
      (data, hart) => new CachedPort({ hart, memory: this.memory, instructions: null, data, bus: this.bus }),
    );
  }

  /** `0r5` reads word 5 by hart 0, `1w5` writes it; the answer is the block's states, and the transactions that it took. */
  access(text: string): string {
    const [, hart = '', action, word = ''] = /(\d)([rw])(\d+)/.exec(text) ?? [];
    const port = this.ports[Number(hart)];
    const seen = this.bus.transactions;
    while (!port?.dataIsReady(Number(word) * 4, 4, action === 'w'));
    if (action === 'w') port.write(Number(word) * 4, 4, 1);
    const names = this.bus.events
      .slice(this.bus.events.length - (this.bus.transactions - seen))
      .map((it) => it.transaction);
    return [this.bus.statesOf(Number(word) >> 1), ...names].join(' ');
  }
}

test.each([
  { name: 'read, read', protocol: 'MESI', steps: ['0r0: EI BusRd', '0r0: EI', '1r0: SS BusRd', '1r0: SS'] },
  { name: 'read, write: no bus', protocol: 'MESI', steps: ['0r0: EI BusRd', '0w0: MI', '0w0: MI'] },
  { name: 'write shared: upgrade', protocol: 'MESI', steps: ['0r0: EI BusRd', '1r0: SS BusRd', '1w0: IM BusUpgr'] },
  { name: 'write miss', protocol: 'MESI', steps: ['0w0: MI BusRdX', '1w0: IM BusRdX', '0r0: SS BusRd'] },
  { name: 'exclusive is lost by a write', protocol: 'MESI', steps: ['0r0: EI BusRd', '1w0: IM BusRdX'] },
  { name: 'evicted dirty', protocol: 'MESI', steps: ['0w0: MI BusRdX', '0r4: EI BusWB BusRd'] },
  {
    name: 'evicted shared: silent',
    protocol: 'MESI',
    steps: ['0r0: EI BusRd', '1r0: SS BusRd', '0r4: EI BusRd', '1w0: IM BusUpgr'],
  },
  {
    name: 'the canonical vector',
    protocol: 'MESI',
    steps: [
      '0r0: EI BusRd',
      '1r0: SS BusRd',
      '0w0: MI BusUpgr',
      '1r0: SS BusRd',
      '1r2: IE BusRd',
      '0w2: MI BusRdX',
      '1r2: SS BusRd',
    ],
  },
  { name: 'MSI knows no exclusive', protocol: 'MSI', steps: ['0r0: SI BusRd', '0w0: MI BusUpgr', '1r0: SS BusRd'] },
] as const)('$protocol: $name', ({ protocol, steps }) => {
  const board = new Board(protocol, 2);
  expect(steps.map((step) => `${step.slice(0, 3)}: ${board.access(step)}`)).toEqual([...steps]);
});

test('the loser of two upgrades has to fetch the block again', () => {
  const board = new Board('MESI', 2);
  board.access('0r0');
  board.access('1r0');
  const [first, second] = board.ports;
  const isReady = [false, false];
  for (let cycle = 0; cycle < 20 && !isReady.every(Boolean); cycle += 1) {
    if (!isReady[0] && first?.dataIsReady(0, 4, true)) {
      isReady[0] = true;
      first.write(0, 4, 1);
    }
    if (!isReady[1] && second?.dataIsReady(0, 4, true)) isReady[1] = true;
  }
  expect(board.bus.events.slice(-2).map((it) => `${it.hart} ${it.transaction} ${it.lostUpgrade}`)).toEqual([
    '0 BusUpgr false',
    '1 BusRdX true',
  ]);
});

/** Single writer, no other copy beside an owner, clean copies equal to memory; null if all hold. */
function violation(machine: Machine): string | null {
  const caches = machine.caches.flatMap((port) => port.data ?? []);
  const blocks = new Set(
    caches.flatMap((cache) => [...cache.blocks].filter((_, line) => cache.states[line] !== LineState.invalid)),
  );
  for (const block of blocks) {
    const states = machine.bus?.statesOf(block) ?? '';
    const copies = states.replaceAll('I', '').length;
    if (/[ME]/.test(states) && copies > 1) return `block ${block} is ${states} in cycle ${machine.cycle}`;
    for (const cache of caches) {
      const line = cache.find(block);
      if (line === null || cache.isDirty(line)) continue;
      for (let word = 0; word < cache.config.wordsPerBlock; word += 1) {
        const inMemory = machine.memory.read((block << cache.blockShift) + 4 * word, 4);
        const inCache = cache.words[line * cache.config.wordsPerBlock + word];
        if (inMemory !== inCache) return `clean block ${block} differs from memory in cycle ${machine.cycle}`;
      }
    }
  }
  return null;
}

const anyAccess = fc
  .tuple(fc.constantFrom('lw', 'sw', 'sb', 'amoadd.w', 'lr'), fc.integer({ min: 0, max: 9 }))
  .map(([action, word]) => {
    if (action === 'amoadd.w') return `addi t1, s0, ${4 * word}; amoadd.w t2, s1, (t1)`;
    if (action === 'lr') return `addi t1, s0, ${4 * word}; lr.w t2, (t1); add t2, t2, s1; sc.w t3, t2, (t1)`;
    return `${action} s1, ${4 * word}(s0)`;
  });
const anyProgram = fc
  .array(fc.array(anyAccess, { minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 4 })
  .map((perHart) => {
    const dispatch = perHart.map((_, hart) => `li t1, ${hart}; beq t0, t1, hart${hart}`).join('; ');
    const bodies = perHart.map((body, hart) => `hart${hart}: ${body.join('; ')}; ebreak`).join('; ');
    return {
      harts: perHart.length,
      source: `csrr t0, mhartid; la s0, area; addi s1, t0, 3; ${dispatch}; ${bodies}\n.data\narea: .zero 64`,
    };
  });

describe.each(['MSI', 'MESI'] as const)('%s', (coherence) => {
  test.each(['single-cycle', 'pipeline'] as const)('keeps its invariants in every cycle of any %s program', (model) => {
    fc.assert(
      fc.property(anyProgram, fc.integer({ min: 0, max: 1000 }), ({ harts, source }, seed) => {
        const machine = load(source, {
          model,
          harts,
          coherence,
          dataCache: shape,
          interleaving: { kind: 'seeded', seed },
        });
        while (!machine.isStopped && machine.cycle < 5000) {
          machine.tick();
          expect(violation(machine)).toBeNull();
        }
        expect(machine.isStopped).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

const counting = (body: string, times = 20): string => `
  la s0, counter
  li s1, ${times}
loop: ${body}
  addi s1, s1, -1
  bnez s1, loop
  ebreak
.data
.balign 64
counter: .word 0`;

const increments = {
  plain: 'lw t0, 0(s0); addi t0, t0, 1; sw t0, 0(s0)',
  amoadd: 'li t0, 1; amoadd.w zero, t0, (s0)',
  lrsc: '1: lr.w t0, (s0); addi t0, t0, 1; sc.w t1, t0, (s0); bnez t1, 1b',
};

const machines: readonly { readonly name: string; readonly config: Partial<MachineConfig> }[] = [
  { name: 'without caches', config: {} },
  { name: 'MESI', config: { dataCache: plainCache } },
  { name: 'MSI', config: { dataCache: plainCache, coherence: 'MSI' } },
  { name: 'pipelined MESI', config: { dataCache: plainCache, model: 'pipeline' } },
  { name: 'multi-cycle MESI', config: { dataCache: plainCache, model: 'multi-cycle' } },
];

describe.each(machines)('counting by several harts, $name', ({ config }) => {
  const countOf = (body: string, seed: number): number => {
    const machine = run(counting(body), { ...config, harts: 4, interleaving: { kind: 'seeded', seed } });
    expect(machine.isStopped).toBe(true);
    return machine.peek(machine.image.symbols.get('counter') ?? 0, 4);
  };

  test('amoadd and lr/sc lose nothing, load and store do', () => {
    for (const seed of [1, 2, 3]) {
      expect(countOf(increments.amoadd, seed)).toBe(80);
      expect(countOf(increments.lrsc, seed)).toBe(80);
      expect(countOf(increments.plain, seed)).toBeLessThan(80);
    }
  });
});

test('without coherence even amoadd on private copies loses', () => {
  const machine = run(counting(increments.amoadd), { harts: 2, dataCache: plainCache, coherence: 'none' });
  expect(machine.peek(machine.image.symbols.get('counter') ?? 0, 4)).toBeLessThan(40);
});

test('a store by another hart ends a reservation, a load does not', () => {
  const program = (other: string): string => `
    csrr t0, mhartid; la s0, v; la s1, flag; bnez t0, other
    lr.w t1, (s0)
    li t2, 1; sw t2, 0(s1)
  1: lw t2, 4(s1); beqz t2, 1b
    sc.w a0, t1, (s0)
    ebreak
  other: lw t2, 0(s1); beqz t2, other
    ${other}
    li t2, 1; sw t2, 4(s1)
    ebreak
  .data
  v: .zero 64
  flag: .word 0, 0`;
  for (const { config } of machines) {
    expect(register(run(program('sw t2, 4(s0)'), { ...config, harts: 2 }), 'a0')).toBe(1);
    expect(register(run(program('lw t2, 4(s0)'), { ...config, harts: 2 }), 'a0')).toBe(0);
  }
});
