import type { ButtonHTMLAttributes, ReactNode } from 'react';
import css from './button.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'plain' | 'primary' | 'danger' | 'chip';
  readonly icon?: ReactNode;
}

export function Button({ kind = 'plain', icon, children, className, ...rest }: ButtonProps): ReactNode {
  return (
    <button type="button" className={[css['button'], css[kind], className].filter(Boolean).join(' ')} {...rest}>
      {icon}
      {children}
    </button>
  );
}
