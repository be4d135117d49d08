import { Tooltip } from 'radix-ui';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import css from './icon-button.module.css';
import { KeyCap } from './key-cap.tsx';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** What it does, for screen readers and the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** The key that does the same, as it is written on the keyboard. */
  readonly shortcut?: string;
  readonly isPressed?: boolean;
}

/** A button that is only a picture: it has a name, and a tooltip that says the name and the key. */
export function IconButton({ label, icon, shortcut, isPressed, className, ...rest }: IconButtonProps): ReactNode {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button
          type="button"
          aria-label={label}
          aria-pressed={isPressed}
          aria-keyshortcuts={shortcut}
          className={[css['button'], className].filter(Boolean).join(' ')}
          {...rest}
        >
          {icon}
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={css['tooltip']} sideOffset={6} collisionPadding={8}>
          {label}
          {shortcut !== undefined && <KeyCap keys={shortcut} />}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
