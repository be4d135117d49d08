import type { ReactNode } from 'react';
import css from './key-cap.module.css';

/** One key or chord, drawn as a key: 'Shift+ArrowLeft' becomes ⇧ ←. */
export function KeyCap({ keys }: { readonly keys: string }): ReactNode {
  return (
    <span className={css['keys']}>
      {keys.split('+').map((key) => (
        <kbd key={key} className={css['key']}>
          {symbols[key] ?? key}
        </kbd>
      ))}
    </span>
  );
}

const symbols: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Control: 'Ctrl',
  Shift: 'Shift',
  Escape: 'Esc',
  Space: '␣',
};
