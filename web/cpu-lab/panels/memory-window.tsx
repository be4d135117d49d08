import { type ReactNode, useState } from 'react';
import { formatWord, hexadecimal } from '../format-word.ts';
import { useLab, useLabStore } from '../lab-context.ts';
import { windowWords } from '../lab-state.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import { addressOf } from './address-of.ts';
import css from './panels.module.css';

/** One window of memory, at an address or a label that can be typed. */
export function MemoryWindow({ index }: { readonly index: number }): ReactNode {
  const t = useCpuMessages();
  const store = useLabStore();
  const base = useLab((state) => state.base);
  const symbols = useLab((state) => state.loaded?.symbols);
  const view = useLab((state) => state.moment?.memory[index]);
  const before = useLab((state) => state.before?.memory[index]);
  const [draft, setDraft] = useState<string | null>(null);
  if (view === undefined) return null;
  const move = (address: number): void => {
    const windows = store.getState().windows.map((old, i) => (i === index ? address : old));
    void store.getState().lookAt({ windows });
  };
  const type = (text: string): void => {
    setDraft(text);
    const address = addressOf(text, symbols ?? []);
    if (address !== null) move(address);
  };
  const perRow = base === 'binary' ? 1 : base === 'text' ? 4 : 2;
  const labels = new Map(symbols?.map(([name, address]) => [address, name]));
  const rows = Array.from({ length: Math.ceil(windowWords / perRow) }, (_, i) => i * perRow);
  return (
    <section className={css['window']}>
      <label className={css['addressField']}>
        <span>{t('memory.address', { window: index + 1 })}</span>
        <input
          value={draft ?? hexadecimal(view.address)}
          spellCheck={false}
          onChange={(event) => type(event.target.value)}
          onBlur={() => setDraft(null)}
        />
      </label>
      <table className={css['memory']}>
        <caption className={css['hidden']}>{t('memory.name', { window: index + 1 })}</caption>
        <tbody>
          {rows.map((start) => {
            const address = view.address + 4 * start;
            return (
              <tr key={start}>
                <th scope="row">
                  {hexadecimal(address).slice(2)} {labels.get(address) !== undefined && <em>{labels.get(address)}</em>}
                </th>
                {view.words.slice(start, start + perRow).map((word, i) => (
                  <td
                    key={address + 4 * i}
                    data-changed={before?.address === view.address && before.words[start + i] !== word}
                  >
                    {formatWord(word, base)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
