import { useId, type ReactNode } from 'react';
import classes from './ui.module.css';

/** A framed part of a page, with its heading. */
export function Panel({ title, children }: { title?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={title ? id : undefined}>
      {title && (
        <h2 id={id} className={classes.panelTitle}>
          {title}
        </h2>
      )}
      {children}
    </section>
  );
}
