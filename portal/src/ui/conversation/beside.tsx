import type { ReactNode } from 'react';
import classes from './beside.module.css';

/** The conversation is what one comes for; what it is about stands beside it, or below. */
export function Beside({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.beside}>
      <div className={classes.main}>{children}</div>
      <div className={classes.aside}>{aside}</div>
    </div>
  );
}
