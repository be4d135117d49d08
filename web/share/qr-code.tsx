import { type ReactNode, useMemo } from 'react';
import { encode } from 'uqr';
import css from './share-dialog.module.css';
import { useShareMessages } from './messages/share-messages.ts';

/** What the largest code holds, in bytes. */
const mostBytes = 2953;
/** Above this many modules a side a phone has trouble with it across a room. */
const finestFromAfar = 101;

/** The text as a QR code: black on white in every theme, with the quiet zone a reader needs. */
export function QrCode({ text }: { readonly text: string }): ReactNode {
  const t = useShareMessages();
  const code = useMemo(() => (text.length > mostBytes ? null : encode(text, { ecc: 'L', border: 4 })), [text]);
  if (code === null) return <p className={css['note']}>{t('share.qrTooLong')}</p>;
  const path = code.data.flatMap((row, y) => row.map((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <>
      <svg
        className={css['qr']}
        viewBox={`0 0 ${code.size} ${code.size}`}
        role="img"
        aria-label={t('share.qr')}
        shapeRendering="crispEdges"
      >
        <rect width="100%" height="100%" fill="#ffffff" />
        <path d={path} fill="#000000" />
      </svg>
      {code.size > finestFromAfar && <p className={css['note']}>{t('share.qrFine')}</p>}
    </>
  );
}
