import { type ReactNode, useState } from 'react';
import { type EmbedPanes, embedPanes } from '../ui/embedding.ts';
import { languages } from '../ui/messages/language.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { CopyButton } from './copy-button.tsx';
import { useShareMessages } from './messages/share-messages.ts';
import css from './share-dialog.module.css';

export interface EmbedSnippetProps {
  /** The link of the moment, and one that begins at the beginning. */
  readonly links: Readonly<Record<'moment' | 'beginning', string>>;
}

const themes = ['system', 'light', 'dark', 'projector'] as const;

/** The line of HTML that shows this run inside a course's page, with what is to be seen of it. */
export function EmbedSnippet({ links }: EmbedSnippetProps): ReactNode {
  const t = useShareMessages();
  const [panes, setPanes] = useState<EmbedPanes>('all');
  const [start, setStart] = useState<keyof typeof links>('moment');
  const [theme, setTheme] = useState<(typeof themes)[number]>('system');
  const [language, setLanguage] = useState<(typeof languages)[number] | 'reader'>('reader');
  const [height, setHeight] = useState(560);
  const query = [
    panes === 'all' ? 'embed' : `embed=${panes}`,
    ...(theme === 'system' ? [] : [`theme=${theme}`]),
    ...(language === 'reader' ? [] : [`lang=${language}`]),
  ].join('&amp;');
  const address = links[start].replace('#', `?${query}#`);
  const snippet = `<iframe src="${address}" width="100%" height="${height}" style="border: 0" allow="clipboard-write"></iframe>`;
  return (
    <div className={css['embedding']}>
      <Select
        label={t('embed.panes')}
        value={panes}
        options={embedPanes.map((value) => ({ value, label: t(`embed.panes.${value}`) }))}
        onChange={setPanes}
      />
      <Select
        label={t('embed.start')}
        value={start}
        options={(['moment', 'beginning'] as const).map((value) => ({ value, label: t(`embed.start.${value}`) }))}
        onChange={setStart}
      />
      <Select
        label={t('embed.theme')}
        value={theme}
        options={themes.map((value) => ({ value, label: t(`embed.theme.${value}`) }))}
        onChange={setTheme}
      />
      <Select
        label={t('embed.language')}
        value={language}
        options={(['reader', ...languages] as const).map((value) => ({ value, label: t(`embed.language.${value}`) }))}
        onChange={setLanguage}
      />
      <NumberField label={t('embed.height')} value={height} min={200} max={4000} unit="px" onChange={setHeight} />
      <textarea className={css['embed']} readOnly rows={4} aria-label={t('share.embed')} value={snippet} />
      <CopyButton text={snippet} />
    </div>
  );
}
