import { RefreshCw, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useCommonMessages } from '../ui/messages/common.ts';
import { useOfflineMessages } from './messages/offline-messages.ts';
import css from './new-version-notice.module.css';
import { changeToNewVersion, useNewVersion } from './site-worker.ts';

/** Says that a newer version waits; it comes with the next load, or now. */
export function NewVersionNotice(): ReactNode {
  const t = useOfflineMessages();
  const common = useCommonMessages();
  const isThere = useNewVersion();
  const [isPutOff, setIsPutOff] = useState(false);
  if (!isThere || isPutOff) return null;
  return (
    <output className={css['notice']}>
      <span>{t('version.new')}</span>
      <Button kind="primary" icon={<RefreshCw />} onClick={changeToNewVersion}>
        {t('version.reload')}
      </Button>
      <IconButton label={common('action.close')} icon={<X />} onClick={() => setIsPutOff(true)} />
    </output>
  );
}
