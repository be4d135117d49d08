import type { ReactNode } from 'react';
import { hexadecimal } from '../format-word.ts';
import { useLab } from '../lab-context.ts';
import type { LabMoment } from '../../worker/riscv-api.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './controls.module.css';

type Translate = ReturnType<typeof useCpuMessages>;

/** What the last step did, in one line: for eyes that look elsewhere, for screen readers, for people who read register transfers. */
export function Sentence(): ReactNode {
  const t = useCpuMessages();
  const moment = useLab((state) => state.moment);
  const model = useLab((state) => state.config.model);
  const isPlaying = useLab((state) => state.isPlaying);
  const loaded = useLab((state) => state.loaded);
  const text = moment === null ? (loaded === null ? '' : t('sentence.notLoaded')) : sentenceOf(moment, model, t);
  return (
    <output className={css['sentence']} aria-live={isPlaying ? 'off' : 'polite'}>
      {text}
    </output>
  );
}

function sentenceOf(moment: LabMoment, model: string, t: Translate): string {
  if (moment.isStopped) return stopSentence(moment, t);
  const { micro, pipeline } = moment;
  if (micro !== null) {
    const step = micro.steps[micro.shown - 1];
    if (micro.shown === 0 || step === undefined) return t('sentence.ready');
    if (step.isWait) return t('sentence.wait');
    const beat = model === 'multi-cycle' ? `T${step.beat}: ` : '';
    const value = step.value === null ? '' : ` = ${hexadecimal(step.value)}`;
    return `${t(`phase.${step.phase}`)} · ${beat}${step.transfer}${value}`;
  }
  if (pipeline !== null && moment.harts.length === 1) return pipelineSentence(pipeline, t);
  const last = moment.bus?.events.at(-1);
  if (last !== undefined && last.cycle === moment.cycle) {
    return t(`sentence.bus.${last.transaction}`, {
      hart: last.hart,
      block: hexadecimal(last.address),
      before: last.before,
      after: last.after,
    });
  }
  return t('sentence.harts', {
    harts: moment.harts.length,
    instructions: moment.harts.reduce((sum, hart) => sum + hart.statistics.instructions, 0),
  });
}

function pipelineSentence(pipeline: NonNullable<LabMoment['pipeline']>, t: Translate): string {
  if (pipeline.stages.length === 0) return t('sentence.ready');
  const stages = pipeline.stages.map(
    ({ stage, text, bubble }) => `${stage}: ${bubble === null ? text : t(`bubble.${bubble}.short`)}`,
  );
  const cause = pipeline.hazard === null ? [] : [t(`bubble.${pipeline.hazard}`)];
  return [...cause, ...stages].join(' · ');
}

function stopSentence(moment: LabMoment, t: Translate): string {
  const stop = moment.harts.map((hart) => hart.stop).find((it) => it?.kind !== 'breakpoint') ?? moment.harts[0]?.stop;
  switch (stop?.kind) {
    case 'exit':
      return t('sentence.exit', { code: stop.code });
    case 'unhandled-trap':
      return t('sentence.trap', { pc: hexadecimal(stop.pc), cause: t(`trap.${causeKey(stop.cause)}`) });
    case 'breakpoint':
    case undefined:
      return t('sentence.ebreak');
  }
}

function causeKey(cause: number): '0' | '2' | '4' | '6' | 'other' {
  return (['0', '2', '4', '6'] as const).find((key) => Number(key) === cause) ?? 'other';
}
