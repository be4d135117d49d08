import { Slider as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import css from './slider.module.css';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** The value in words, for screen readers. */
  readonly valueText?: string;
  readonly onChange: (value: number) => void;
}

export function Slider({ label, value, min, max, step = 1, valueText, onChange }: SliderProps): ReactNode {
  return (
    <Primitive.Root
      className={css['slider']}
      value={[value]}
      min={min}
      max={max}
      step={step}
      onValueChange={([chosen]) => chosen !== undefined && onChange(chosen)}
    >
      <Primitive.Track className={css['track']}>
        <Primitive.Range className={css['range']} />
      </Primitive.Track>
      <Primitive.Thumb className={css['thumb']} aria-label={label} aria-valuetext={valueText} />
    </Primitive.Root>
  );
}
