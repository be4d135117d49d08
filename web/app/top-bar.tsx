import { Presentation, Share2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useCommonMessages } from '../ui/messages/common.ts';
import { AppearanceMenu } from './appearance-menu.tsx';
import { useAppMessages } from './messages/app-messages.ts';
import { Rooms } from './rooms.tsx';
import { ModeSwitch } from './mode-switch.tsx';
import type { Room } from './route.ts';
import { RunButton } from './run-button.tsx';
import { ScenarioMenu } from './scenario-menu.tsx';
import { SettingChips } from './setting-chips.tsx';
import css from './top-bar.module.css';

export interface TopBarProps {
  readonly room: Room;
}

export function TopBar({ room }: TopBarProps): ReactNode {
  const t = useCommonMessages();
  return (
    <header className={css['bar']}>
      <button type="button" className={css['skip']} onClick={room === 'workbench' ? skipToTimeline : skipToMain}>
        {t(room === 'workbench' ? 'app.skip' : 'app.skipToMain')}
      </button>
      <a className={css['name']} href="#/">
        {t('app.name')}
      </a>
      <Rooms room={room} />
      {room === 'workbench' && <WorkbenchBar />}
      <div className={css['end']}>
        <AppearanceMenu />
      </div>
    </header>
  );
}

function WorkbenchBar(): ReactNode {
  const t = useAppMessages();
  const store = useStoreApi();
  const isPresenting = useStore((state) => state.isPresenting);
  return (
    <div className={css['workbench']}>
      <ScenarioMenu />
      <SettingChips />
      <ModeSwitch />
      <RunButton />
      <Button
        icon={<Share2 />}
        aria-label={t('bar.share')}
        aria-keyshortcuts="C"
        onClick={() => store.getState().openDialog('share')}
      >
        <span className={css['wide']}>{t('bar.share')}</span>
      </Button>
      <IconButton
        className={css['wide']}
        label={t('bar.present')}
        icon={<Presentation />}
        shortcut="P"
        isPressed={isPresenting}
        onClick={() => store.getState().togglePresenting()}
      />
    </div>
  );
}

function skipToTimeline(): void {
  document.querySelector<HTMLElement>('#timeline')?.focus();
}

function skipToMain(): void {
  const main = document.querySelector<HTMLElement>('main');
  if (main === null) return;
  main.tabIndex = -1;
  main.focus();
}
