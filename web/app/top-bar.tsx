import type { ReactNode } from 'react';
import { useCommonMessages } from '../ui/messages/common.ts';
import { AppearanceMenu } from './appearance-menu.tsx';
import type { Room } from './route.ts';
import css from './top-bar.module.css';

export interface TopBarProps {
  readonly room: Room;
}

export function TopBar({ room }: TopBarProps): ReactNode {
  const t = useCommonMessages();
  return (
    <header className={css['bar']}>
      <a className={css['name']} href="#/">
        {t('app.name')}
      </a>
      <nav className={css['rooms']} aria-label={t('app.rooms')}>
        <a href="#/" aria-current={room === 'workbench' ? 'page' : undefined}>
          {t('app.workbench')}
        </a>
        <a href="#/cpu-lab" aria-current={room === 'cpu-lab' ? 'page' : undefined}>
          {t('app.cpuLab')}
        </a>
        <a href="real-lab.html">{t('app.realLab')}</a>
      </nav>
      <div className={css['end']}>
        <AppearanceMenu />
      </div>
    </header>
  );
}
