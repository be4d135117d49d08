import type { ReactNode } from 'react';
import { Slider } from '../ui/slider.tsx';
import type { JobShape } from './job-shape.ts';
import { useModelMessages } from './messages/model-messages.ts';
import css from './shape-controls.module.css';

export interface ShapeControlsProps {
  readonly shape: JobShape;
  readonly onChange: (shape: JobShape) => void;
}

const controls = [
  { key: 'jobs', label: 'jobs', min: 1, max: 12, step: 1 },
  { key: 'waitMs', label: 'wait', min: 0, max: 200, step: 10 },
  { key: 'computeMs', label: 'compute', min: 0, max: 40, step: 5 },
  { key: 'cores', label: 'cores', min: 1, max: 8, step: 1 },
] as const;

/** The sliders: how many jobs, how long they wait and compute, how many cores there are. */
export function ShapeControls({ shape, onChange }: ShapeControlsProps): ReactNode {
  const t = useModelMessages();
  return (
    <fieldset className={css['controls']}>
      <legend>{t('controls')}</legend>
      {controls.map(({ key, label, min, max, step }) => {
        const value = shape[key];
        const text = key === 'waitMs' || key === 'computeMs' ? t('ms', { value }) : String(value);
        return (
          <div key={key} className={css['control']}>
            <span>{t(label)}</span>
            <Slider
              label={t(label)}
              value={value}
              min={min}
              max={max}
              step={step}
              valueText={text}
              onChange={(chosen) => onChange({ ...shape, [key]: chosen })}
            />
            <output>{text}</output>
          </div>
        );
      })}
    </fieldset>
  );
}
