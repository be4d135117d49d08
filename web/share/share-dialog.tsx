import { type ReactNode, useMemo, useState } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { countText } from '../ui/time-text.ts';
import { CopyButton } from './copy-button.tsx';
import { currentLink } from './current-link.ts';
import { EmbedSnippet } from './embed-snippet.tsx';
import { useShareMessages } from './messages/share-messages.ts';
import { QrCode } from './qr-code.tsx';
import css from './share-dialog.module.css';

const longLink = 4000;

/** The link, to copy, to scan, or to embed; copied, it is put into the address bar as well, so that the page can be reloaded. */
export function ShareDialog(): ReactNode {
  const t = useShareMessages();
  const store = useStoreApi();
  const [tab, setTab] = useState('link');
  const links = useMemo(() => {
    const moment = currentLink(store.getState());
    return { moment, beginning: currentLink(store.getState(), 'beginning') };
  }, [store]);
  const count = countText(links.moment.length);
  const linkTab = (
    <div className={css['content']}>
      <div className={css['row']}>
        <input
          className={css['link']}
          readOnly
          aria-label={t('share.link')}
          value={links.moment}
          onFocus={(event) => event.target.select()}
        />
        <CopyButton text={links.moment} onCopy={() => history.replaceState(null, '', links.moment)} />
      </div>
      <p className={css['note']}>{t(links.moment.length > longLink ? 'share.long' : 'share.length', { count })}</p>
    </div>
  );
  return (
    <Dialog
      isOpen
      onClose={() => store.getState().closeDialog()}
      title={t('share.title')}
      description={t('share.help')}
    >
      <Tabs
        label={t('share.title')}
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'link', label: t('share.linkShort'), content: linkTab },
          {
            id: 'qr',
            label: t('share.qrShort'),
            content: (
              <div className={css['content']}>
                <QrCode text={links.moment} />
              </div>
            ),
          },
          { id: 'embed', label: t('share.embedShort'), content: <EmbedSnippet links={links} /> },
        ]}
      />
    </Dialog>
  );
}
