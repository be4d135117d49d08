import { Contrast, Languages } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { changeLanguage, useLanguage } from '../ui/messages/catalogue.ts';
import { useCommonMessages } from '../ui/messages/common.ts';
import { applyTheme, themeWishes, useThemeWish } from '../ui/theme.ts';

/** Language and theme. */
export function AppearanceMenu(): ReactNode {
  const t = useCommonMessages();
  const language = useLanguage();
  const wish = useThemeWish();
  const themes = themeWishes.map((id) => ({
    id,
    label: t(`app.theme.${id}`),
    isChecked: id === wish,
    onSelect: () => applyTheme(id),
  }));
  return (
    <>
      <IconButton
        label={t('app.language')}
        icon={<Languages />}
        onClick={() => void changeLanguage(language === 'en' ? 'zh' : 'en')}
      />
      <Menu trigger={<IconButton label={t('app.theme')} icon={<Contrast />} />} groups={[themes]} />
    </>
  );
}
