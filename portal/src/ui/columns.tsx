import type { ReactNode } from 'react';
import classes from './ui.module.css';

/** As many equal columns as fit, none narrower than `least`; one below another on a phone. */
export function Columns({ least = '18rem', children }: { least?: string; children: ReactNode }) {
  const gridTemplateColumns = `repeat(auto-fill, minmax(min(${least}, 100%), 1fr))`;
  return (
    <div className={classes.columns} style={{ gridTemplateColumns }}>
      {children}
    </div>
  );
}
