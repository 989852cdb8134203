import type { ComponentType, ReactNode } from 'react';
import classes from './ui.module.css';

interface EmptyProps {
  icon?: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
  /** What is not there, and what it would be. */
  text: ReactNode;
  /** How to get the first one. */
  children?: ReactNode;
}

export const Empty = ({ icon: Icon, text, children }: EmptyProps) => (
  <div className={classes.empty}>
    {Icon && <Icon size={40} aria-hidden />}
    <div>{text}</div>
    {children}
  </div>
);
