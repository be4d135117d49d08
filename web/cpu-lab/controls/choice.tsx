import type { ReactNode } from 'react';
import { Select } from '../../ui/select.tsx';

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly values: readonly T[];
  readonly name: (value: T) => string;
  readonly onChange: (value: T) => void;
}

/** A choice among a few words of the machine. */
export function Choice<T extends string>({ label, value, values, name, onChange }: ChoiceProps<T>): ReactNode {
  const options = values.map((it) => ({ value: it, label: name(it) }));
  return <Select label={label} value={value} options={options} onChange={onChange} />;
}
