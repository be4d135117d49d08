import { Check, Languages, MenuIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, type MenuProps } from '../ui/menu.tsx';
import { changeLanguage, useLanguage } from '../ui/messages/catalogue.ts';
import { useCommonMessages } from '../ui/messages/common.ts';
import { applyTheme, themeWishes, useThemeWish } from '../ui/theme.ts';
import { hasCpuLab } from './lazy-rooms.ts';
import type { Room } from './route.ts';
import css from './top-bar.module.css';

export interface RoomsProps {
  readonly room: Room;
}

/** The rooms of the site: links in a row, or a menu where there is no room for them. */
export function Rooms({ room }: RoomsProps): ReactNode {
  const t = useCommonMessages();
  const rooms = [
    { id: 'workbench', address: '#/', label: t('app.workbench') },
    { id: 'models', address: '#/models', label: t('app.models') },
    ...(hasCpuLab ? [{ id: 'cpu-lab', address: '#/cpu-lab', label: t('app.cpuLab') }] : []),
    { id: 'real-lab', address: 'real-lab.html', label: t('app.realLab') },
  ];
  const items = rooms.map(({ id, address, label }) => ({
    id,
    label,
    icon: id === room ? <Check /> : null,
    onSelect: () => location.assign(address),
  }));
  const appearance = useAppearanceItems();
  return (
    <>
      <nav className={css['rooms']} aria-label={t('app.rooms')}>
        {rooms.map(({ id, address, label }) => (
          <a key={id} href={address} aria-current={id === room ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <div className={css['narrowRooms']}>
        <Menu trigger={<IconButton label={t('app.rooms')} icon={<MenuIcon />} />} groups={[items, ...appearance]} />
        {room !== 'workbench' && <strong>{rooms.find(({ id }) => id === room)?.label}</strong>}
      </div>
    </>
  );
}

/** Language and theme, which have no buttons of their own where the bar is narrow. */
function useAppearanceItems(): MenuProps['groups'] {
  const t = useCommonMessages();
  const language = useLanguage();
  const wish = useThemeWish();
  const other = language === 'en' ? 'zh' : 'en';
  return [
    [{ id: 'language', label: t('app.language'), icon: <Languages />, onSelect: () => void changeLanguage(other) }],
    themeWishes.map((id) => ({
      id,
      label: t(`app.theme.${id}`),
      isChecked: id === wish,
      onSelect: () => applyTheme(id),
    })),
  ];
}
