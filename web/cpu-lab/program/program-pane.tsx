import { type ReactNode, useState } from 'react';
import { Tabs } from '../../ui/tabs.tsx';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import { LessonText } from './lesson-text.tsx';
import { Listing } from './listing.tsx';
import css from './program.module.css';
import { Reference } from './reference.tsx';
import { SourceEditor } from './source-editor.tsx';

/** The lesson, over the program as it lies in memory, its text, and the instruction set. */
export function ProgramPane(): ReactNode {
  const t = useCpuMessages();
  const [tab, setTab] = useState('program');
  return (
    <div className={css['pane']}>
      <LessonText />
      <div className={css['tabs']}>
        <Tabs
          label={t('program.name')}
          selected={tab}
          onSelect={setTab}
          tabs={[
            { id: 'program', label: t('program.listing'), content: <Listing /> },
            {
              id: 'source',
              label: t('program.source'),
              content: <SourceEditor onAssembled={() => setTab('program')} />,
            },
            { id: 'reference', label: t('program.reference'), content: <Reference /> },
          ]}
        />
      </div>
    </div>
  );
}
