import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { KeyCap } from './key-cap.tsx';
import css from './menu.module.css';

interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string;
  readonly isChecked?: boolean;
  readonly onSelect: () => void;
}

export interface MenuProps {
  readonly trigger: ReactNode;
  /** Groups are told apart by a hairline. */
  readonly groups: readonly (readonly MenuItem[])[];
}

export function Menu({ trigger, groups }: MenuProps): ReactNode {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={css['content']} align="end" sideOffset={4} collisionPadding={8}>
          {groups.map((items, index) => (
            <DropdownMenu.Group key={items[0]?.id ?? index} className={css['group']}>
              {items.map((item) => (
                <Item key={item.id} item={item} />
              ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Item({ item }: { readonly item: MenuItem }): ReactNode {
  const body = (
    <>
      <span className={css['icon']}>{item.isChecked === true ? '✓' : item.icon}</span>
      <span className={css['label']}>{item.label}</span>
      {item.shortcut !== undefined && <KeyCap keys={item.shortcut} />}
    </>
  );
  if (item.isChecked === undefined) {
    return (
      <DropdownMenu.Item className={css['item']} onSelect={item.onSelect}>
        {body}
      </DropdownMenu.Item>
    );
  }
  return (
    <DropdownMenu.CheckboxItem className={css['item']} checked={item.isChecked} onSelect={item.onSelect}>
      {body}
    </DropdownMenu.CheckboxItem>
  );
}
