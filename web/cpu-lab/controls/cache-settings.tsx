import type { ReactNode } from 'react';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { useLab, useLabStore } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import { plainDataCache } from '../plain-config.ts';
import css from './controls.module.css';

const powers = ['1', '2', '4', '8', '16', '32', '64'] as const;
const replacements = ['LRU', 'FIFO', 'random'] as const;
const writes = ['back', 'through'] as const;
const presence = ['on', 'off'] as const;

/** One of the two caches: there or not, its shape and rules. */
export function CacheSettings({ which }: { readonly which: 'instructionCache' | 'dataCache' }): ReactNode {
  const t = useCpuMessages();
  const store = useLabStore();
  const cache = useLab((state) => state.config[which]);
  const harts = useLab((state) => state.config.harts);
  const set = (next: typeof cache): void => void store.getState().changeConfig({ [which]: next });
  return (
    <fieldset>
      <legend>{t(`settings.${which}`)}</legend>
      <Select
        label={t('settings.presence')}
        value={cache === null ? 'off' : 'on'}
        options={presence.map((value) => ({ value, label: t(`settings.${value}`) }))}
        onChange={(value) => set(value === 'on' ? plainDataCache : null)}
      />
      {cache !== null && (
        <div className={css['cache']}>
          {(['sets', 'ways', 'wordsPerBlock'] as const).map((part) => (
            <Select
              key={part}
              label={t(`settings.${part}`)}
              value={String(cache[part])}
              options={powers
                .filter((power) => part === 'wordsPerBlock' || isBigEnough({ ...cache, [part]: Number(power) }))
                .map((value) => ({ value, label: value }))}
              onChange={(value) => set({ ...cache, [part]: Number(value) })}
            />
          ))}
          <Select
            label={t('settings.replacement')}
            value={cache.replacement}
            options={replacements.map((value) => ({ value, label: t(`settings.replacement.${value}`) }))}
            onChange={(replacement) => set({ ...cache, replacement })}
          />
          {which === 'dataCache' && (
            <Select
              label={t('settings.write')}
              value={cache.write}
              options={writes
                .filter((value) => value === 'back' || harts === 1)
                .map((value) => ({ value, label: t(`settings.write.${value}`) }))}
              onChange={(write) => set({ ...cache, write })}
            />
          )}
          <NumberField
            label={t('settings.penalty')}
            value={cache.penaltyCycles}
            min={0}
            max={200}
            onChange={(penaltyCycles) => set({ ...cache, penaltyCycles })}
          />
        </div>
      )}
    </fieldset>
  );
}

/** The engine asks for two blocks at least. */
function isBigEnough({ sets, ways }: { readonly sets: number; readonly ways: number }): boolean {
  return sets * ways >= 2;
}
