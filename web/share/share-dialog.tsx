import { Check, Copy } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useCommonMessages } from '../ui/messages/common.ts';
import { countText } from '../ui/time-text.ts';
import { currentLink } from './current-link.ts';
import { useShareMessages } from './messages/share-messages.ts';
import css from './share-dialog.module.css';

const longLink = 4000;

/** The link, ready to copy; it is put into the address bar as well, so that the page can be reloaded or bookmarked. */
export function ShareDialog(): ReactNode {
  const t = useShareMessages();
  const common = useCommonMessages();
  const store = useStoreApi();
  const link = useMemo(() => currentLink(store.getState()), [store]);
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (): Promise<void> => {
    history.replaceState(null, '', link);
    await navigator.clipboard.writeText(link);
    setIsCopied(true);
  };
  const count = countText(link.length);
  const embed = `<iframe src="${link.replace('#', '?embed#')}" width="100%" height="560"></iframe>`;
  return (
    <Dialog
      isOpen
      onClose={() => store.getState().closeDialog()}
      title={t('share.title')}
      description={t('share.help')}
    >
      <div className={css['row']}>
        <input
          className={css['link']}
          readOnly
          aria-label={t('share.link')}
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <Button kind="primary" icon={isCopied ? <Check /> : <Copy />} onClick={() => void copy()}>
          {common(isCopied ? 'action.copied' : 'action.copy')}
        </Button>
      </div>
      <p className={css['length']}>{t(link.length > longLink ? 'share.long' : 'share.length', { count })}</p>
      <details>
        <summary>{t('share.embed')}</summary>
        <textarea className={css['embed']} readOnly rows={4} aria-label={t('share.embed')} value={embed} />
      </details>
    </Dialog>
  );
}
