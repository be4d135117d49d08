import type { ReactNode } from 'react';
import css from './select.module.css';

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  /** True where the label stands beside it already or there is no room for one. */
  readonly isLabelHidden?: boolean;
}

/** The browser's own select: best on phones, with a keyboard and with a screen reader. */
export function Select<Value extends string>(props: SelectProps<Value>): ReactNode {
  const { label, value, options, onChange, isLabelHidden = false } = props;
  const select = (
    <select
      className={css['select']}
      value={value}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  if (isLabelHidden) return select;
  return (
    <label className={css['field']}>
      <span>{label}</span>
      {select}
    </label>
  );
}
