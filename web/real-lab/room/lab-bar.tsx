import { Contrast, Languages } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { changeLanguage, useLanguage } from '../../ui/messages/catalogue.ts';
import { useCommonMessages } from '../../ui/messages/common.ts';
import { applyTheme, themeWishes, useThemeWish } from '../../ui/theme.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import css from './lab-page.module.css';

/** The same bar as the simulator's; the way there is a new page, because that one must not be isolated. */
export function LabBar(): ReactNode {
  const common = useCommonMessages();
  const t = useLabMessages();
  const language = useLanguage();
  const wish = useThemeWish();
  const themes = themeWishes.map((id) => ({
    id,
    label: common(`app.theme.${id}`),
    isChecked: id === wish,
    onSelect: () => applyTheme(id),
  }));
  return (
    <header className={css['bar']}>
      <button type="button" className={css['skip']} onClick={() => document.querySelector('main')?.focus()}>
        {t('room.skip')}
      </button>
      <a className={css['brand']} href="./">
        {common('app.name')}
      </a>
      <nav className={css['rooms']} aria-label={common('app.rooms')}>
        <a href="./#/">{common('app.workbench')}</a>
        <a href="./#/models">{common('app.models')}</a>
        <a href="./#/cpu-lab">{common('app.cpuLab')}</a>
        <a href="#/lost-update" aria-current="page">
          {common('app.realLab')}
        </a>
      </nav>
      <div className={css['end']}>
        <IconButton
          label={common('app.language')}
          icon={<Languages />}
          onClick={() => void changeLanguage(language === 'en' ? 'zh' : 'en')}
        />
        <Menu trigger={<IconButton label={common('app.theme')} icon={<Contrast />} />} groups={[themes]} />
      </div>
    </header>
  );
}
