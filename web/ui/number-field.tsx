import { type ReactNode, useState } from 'react';
import css from './number-field.module.css';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** What is allowed between whole numbers; 1 for whole numbers only. */
  readonly step?: number;
  readonly unit?: string;
  readonly onChange: (value: number) => void;
}

/** A number one can type: it takes effect when it is a number in range, and falls back when left empty. */
export function NumberField({ label, value, min, max, step = 1, unit, onChange }: NumberFieldProps): ReactNode {
  const [draft, setDraft] = useState<string | null>(null);
  const change = (typed: string): void => {
    setDraft(typed);
    const number = Number(typed);
    const isWhole = step !== 1 || Number.isInteger(number);
    if (typed.trim() !== '' && number >= min && number <= max && isWhole) onChange(number);
  };
  return (
    <label className={css['field']}>
      <span>{label}</span>
      <span className={css['value']}>
        <input
          className={css['input']}
          type="number"
          inputMode="decimal"
          value={draft ?? String(value)}
          min={min}
          max={max}
          step={step}
          onChange={(event) => change(event.target.value)}
          onBlur={() => setDraft(null)}
        />
        {unit !== undefined && <span className={css['unit']}>{unit}</span>}
      </span>
    </label>
  );
}
