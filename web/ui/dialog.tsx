import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import css from './dialog.module.css';
import { IconButton } from './icon-button.tsx';
import { useCommonMessages } from './messages/common.ts';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: string;
  readonly children: ReactNode;
  /** A sheet takes more of the screen than a question. */
  readonly size?: 'question' | 'sheet';
}

export function Dialog({ isOpen, onClose, title, description, children, size = 'question' }: DialogProps): ReactNode {
  const t = useCommonMessages();
  return (
    <Primitive.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className={css['overlay']} />
        <Primitive.Content
          className={[css['content'], css[size]].join(' ')}
          onOpenAutoFocus={focusFirstField}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={css['header']}>
            <Primitive.Title className={css['title']}>{title}</Primitive.Title>
            <Primitive.Close asChild>
              <IconButton label={t('action.close')} icon={<X />} shortcut="Escape" />
            </Primitive.Close>
          </header>
          {description !== undefined && (
            <Primitive.Description className={css['description']}>{description}</Primitive.Description>
          )}
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** The first thing to fill in, else the dialog itself: not the close button, which would show its tooltip. */
function focusFirstField(event: Event): void {
  event.preventDefault();
  if (!(event.target instanceof HTMLElement)) return;
  const field = event.target.querySelector<HTMLElement>('input, select, textarea');
  (field ?? event.target).focus();
}
