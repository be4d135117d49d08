import {
  ChevronDown,
  Download,
  FilePlus,
  FolderOpen,
  History,
  Image,
  Keyboard,
  LibraryBig,
  Microscope,
  Terminal,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { scenarioOf } from '../../sim-core/scenario/scenario.ts';
import { openLink } from '../share/open-link.ts';
import { openScenarioFile, saveScenarioFile } from '../share/scenario-file.ts';
import { storedDraft } from '../share/use-draft.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import { Menu, type MenuProps } from '../ui/menu.tsx';
import { useLanguage } from '../ui/messages/catalogue.ts';
import { useAppMessages } from './messages/app-messages.ts';
import css from './scenario-menu.module.css';

/** The scenario's title, and all that can be done with it as a whole. */
export function ScenarioMenu(): ReactNode {
  const t = useAppMessages();
  const language = useLanguage();
  const store = useStoreApi();
  const title = useStore((state) => state.lesson?.title[language] ?? state.scenario.title) || t('bar.untitled');
  const state = (): ReturnType<typeof store.getState> => store.getState();
  const draft = storedDraft();
  const open = [
    {
      id: 'gallery',
      label: t('menu.gallery'),
      icon: <LibraryBig />,
      shortcut: 'O',
      onSelect: () => state().openDialog('gallery'),
    },
    {
      id: 'new',
      label: t('menu.new'),
      icon: <FilePlus />,
      onSelect: () => state().openScenario({ ...scenarioOf(''), keyboard: 'open' }),
    },
    { id: 'open', label: t('menu.open'), icon: <FolderOpen />, onSelect: () => void openScenarioFile(store) },
    {
      id: 'save',
      label: t('menu.save'),
      icon: <Download />,
      shortcut: 'Control+S',
      onSelect: () => void saveScenarioFile(store.getState()),
    },
    ...(draft === null
      ? []
      : [{ id: 'draft', label: t('menu.draft'), icon: <History />, onSelect: () => void openLink(store, draft) }]),
    { id: 'export', label: t('menu.export'), icon: <Image />, onSelect: () => state().openDialog('export') },
  ];
  const trigger = (
    <Button className={css['trigger']} aria-label={t('bar.scenario', { title })}>
      <span className={css['title']}>{title}</span>
      <ChevronDown aria-hidden="true" />
    </Button>
  );
  return <Menu trigger={trigger} groups={[open, useHelpItems()]} />;
}

function useHelpItems(): MenuProps['groups'][number] {
  const t = useAppMessages();
  const store = useStoreApi();
  const state = (): ReturnType<typeof store.getState> => store.getState();
  return [
    {
      id: 'commands',
      label: t('menu.commands'),
      icon: <Terminal />,
      shortcut: 'Control+K',
      onSelect: () => state().openDialog('commands'),
    },
    {
      id: 'shortcuts',
      label: t('menu.shortcuts'),
      icon: <Keyboard />,
      shortcut: '?',
      onSelect: () => state().openDialog('shortcuts'),
    },
    {
      id: 'real-lab',
      label: t('menu.realLab'),
      icon: <Microscope />,
      onSelect: () => location.assign('real-lab.html'),
    },
  ];
}
