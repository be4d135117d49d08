import { Maximize2, Settings2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { useLab, useLabStore } from '../lab-context.ts';
import { lessonIds } from '../lessons/lesson.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './controls.module.css';
import { LinkButton } from './link-button.tsx';
import { MachineSettings } from './machine-settings.tsx';

const models = ['single-cycle', 'multi-cycle', 'pipeline'] as const;

/** Which lesson, which machine. */
export function LabBar(): ReactNode {
  const t = useCpuMessages();
  const store = useLabStore();
  const lesson = useLab((state) => state.lesson);
  const elf = useLab((state) => state.elf);
  const config = useLab((state) => state.config);
  const isPictureOnly = useLab((state) => state.isPictureOnly);
  const isUnreadable = useLab((state) => state.isLinkUnreadable);
  const [isOpen, setOpen] = useState(false);
  const own = { value: 'own', label: elf === null ? t('lesson.own') : elf.name } as const;
  const lessons = lessonIds.map((id, i) => ({ value: id, label: `${i + 1}. ${t(`lesson.${id}.title`)}` }));
  return (
    <div className={css['bar']}>
      <Select
        label={t('lab.lesson')}
        value={lesson ?? 'own'}
        options={lesson === null ? [own, ...lessons] : lessons}
        onChange={(id) => id !== 'own' && void store.getState().openLesson(id)}
      />
      <Select
        label={t('lab.machine')}
        value={config.model}
        options={models.map((value) => ({ value, label: t(`model.${value}`) }))}
        onChange={(model) => void store.getState().changeConfig({ model })}
      />
      <Select
        label={t('lab.harts')}
        value={String(config.harts)}
        options={[1, 2, 3, 4, 5, 6, 7, 8].map((count) => ({ value: String(count), label: String(count) }))}
        onChange={(count) => void store.getState().changeConfig({ harts: Number(count) })}
      />
      <Button kind="chip" icon={<Settings2 />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('lab.settings')}
      </Button>
      <Button
        kind="chip"
        icon={<Maximize2 />}
        aria-pressed={isPictureOnly}
        onClick={() => store.getState().set({ isPictureOnly: !isPictureOnly })}
      >
        {t('lab.pictureOnly')}
      </Button>
      <LinkButton />
      {isUnreadable && (
        <p role="alert" className={css['notice']}>
          {t('lab.unreadableLink')}
        </p>
      )}
      <MachineSettings isOpen={isOpen} onClose={() => setOpen(false)} />
    </div>
  );
}
