import type { ReactNode } from 'react';
import classes from './ui.module.css';

/** Buttons beside each other, the chief one first. */
export const Actions = ({ children }: { children: ReactNode }) => (
  <div className={classes.actions} data-print="no">
    {children}
  </div>
);
