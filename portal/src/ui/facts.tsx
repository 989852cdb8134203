import type { ReactNode } from 'react';
import classes from './ui.module.css';

/** Names and values of one thing; what is null is left out. */
export const Facts = ({ items }: { items: { label: string; value: ReactNode }[] }) => (
  <dl className={classes.facts}>
    {items
      .filter(({ value }) => value !== null && value !== undefined)
      .flatMap(({ label, value }) => [<dt key={`${label} name`}>{label}</dt>, <dd key={label}>{value}</dd>])}
  </dl>
);
