import type { ReactNode } from 'react';
import { formatWord, shortHexadecimal } from '../format-word.ts';
import { useLab } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import type { LabMoment } from '../../worker/riscv-api.ts';
import css from './panels.module.css';

type Cache = NonNullable<LabMoment['harts'][number]['dataCache']>;

/** The sets of both caches with their lines, and how often they hit. */
export function CachePanel(): ReactNode {
  const t = useCpuMessages();
  const hart = useLab((state) => state.moment?.harts[state.hart] ?? null);
  if (hart === null || (hart.dataCache === null && hart.instructionCache === null)) {
    return <p className={css['empty']}>{t('cache.none')}</p>;
  }
  return (
    <div className={css['panel']}>
      {hart.dataCache !== null && <CacheTable cache={hart.dataCache} name={t('cache.data')} showsWords />}
      {hart.instructionCache !== null && (
        <CacheTable cache={hart.instructionCache} name={t('cache.instruction')} showsWords={false} />
      )}
    </div>
  );
}

function CacheTable({
  cache,
  name,
  showsWords,
}: {
  readonly cache: Cache;
  readonly name: string;
  readonly showsWords: boolean;
}): ReactNode {
  const t = useCpuMessages();
  const base = useLab((state) => state.base);
  const { hits, misses, accesses, writeBacks } = cache.counts;
  const rate = accesses === 0 ? '–' : `${Math.round((1000 * hits) / accesses) / 10} %`;
  return (
    <section className={css['window']}>
      <h3>{name}</h3>
      <p>{t('cache.counts', { hits, misses, rate, writeBacks })}</p>
      <table className={css['memory']}>
        <thead>
          <tr>
            <th scope="col">{t('cache.set')}</th>
            <th scope="col">{t('cache.state')}</th>
            <th scope="col">{t('cache.block')}</th>
            {showsWords && (
              <th scope="col" colSpan={cache.config.wordsPerBlock}>
                {t('cache.words')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {cache.lines.map((line) => (
            <tr key={`${line.set} ${line.way}`} data-invalid={line.state === 'I'}>
              <th scope="row">{cache.config.ways === 1 ? line.set : `${line.set}.${line.way}`}</th>
              <td title={t(`line.${line.state as 'I' | 'S' | 'E' | 'M'}`)}>{line.state}</td>
              <td>{line.state === 'I' ? '' : shortHexadecimal(line.address)}</td>
              {showsWords &&
                line.state !== 'I' &&
                line.words.map((word, i) => <td key={line.address + 4 * i}>{compact(word, base)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function compact(word: number, base: Parameters<typeof formatWord>[1]): string {
  return base === 'hexadecimal' ? (word >>> 0).toString(16) : formatWord(word, base);
}
