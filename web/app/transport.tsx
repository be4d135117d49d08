import {
  ChevronFirst,
  ChevronLast,
  ChevronLeft,
  ChevronRight,
  ChevronsLeft,
  ChevronsRight,
  Pause,
  Play,
  SkipBack,
  SkipForward,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { StepSentence } from '../inspectors/step-sentence-line.tsx';
import { useStore, useStoreApi } from '../store/store-context.ts';
import type { Store } from '../store/store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { commands } from './commands.ts';
import { useAppMessages } from './messages/app-messages.ts';
import { PlaySettings } from './play-settings.tsx';
import { StepField } from './step-field.tsx';
import css from './transport.module.css';

const left = [
  { label: 'transport.start', command: 'command.start', icon: <ChevronFirst /> },
  { label: 'transport.switchBack', command: 'command.switchBack', icon: <SkipBack /> },
  { label: 'transport.lineBack', command: 'command.lineBack', icon: <ChevronsLeft /> },
  { label: 'transport.stepBack', command: 'command.stepBack', icon: <ChevronLeft /> },
] as const;

const right = [
  { label: 'transport.stepForward', command: 'command.stepForward', icon: <ChevronRight /> },
  { label: 'transport.lineForward', command: 'command.lineForward', icon: <ChevronsRight /> },
  { label: 'transport.switchForward', command: 'command.switchForward', icon: <SkipForward /> },
  { label: 'transport.end', command: 'command.end', icon: <ChevronLast /> },
] as const;

/** Steps, plays, says where we are and what the step just did. */
export function Transport(): ReactNode {
  const t = useAppMessages();
  const store = useStoreApi();
  const isPlaying = useStore((state) => state.playing !== null);
  const hasRun = useStore((state) => state.trace !== null);
  const button = ({ label, command, icon }: (typeof left)[number] | (typeof right)[number]): ReactNode => (
    <IconButton
      key={label}
      label={t(label)}
      icon={icon}
      shortcut={keysOf(command)}
      disabled={!hasRun}
      onClick={() => runOf(command)?.(store.getState())}
    />
  );
  return (
    <footer className={css['transport']} aria-label={t('transport.name')}>
      <div className={css['buttons']}>
        {left.map((item) => button(item))}
        <IconButton
          className={css['play']}
          label={t(isPlaying ? 'transport.pause' : 'transport.play')}
          icon={isPlaying ? <Pause /> : <Play />}
          shortcut="Space"
          disabled={!hasRun}
          onClick={() => (isPlaying ? store.getState().pause() : store.getState().play())}
        />
        {right.map((item) => button(item))}
      </div>
      <PlaySettings />
      <StepField />
      <div className={css['sentence']}>
        <StepSentence />
      </div>
    </footer>
  );
}

function keysOf(id: string): string {
  return commands.find((command) => command.id === id)?.keys ?? '';
}

function runOf(id: string): ((store: Store) => void) | undefined {
  return commands.find((command) => command.id === id)?.run;
}
