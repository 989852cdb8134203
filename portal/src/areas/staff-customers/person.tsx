import classes from './staff-customers.module.css';

/** Names and addresses keep their own direction, whatever the page's is. */
export const Person = ({ name, email }: { name: string; email: string }) => (
  <span className={classes.stacked}>
    <bdi>{name}</bdi>
    <bdi className={classes.small}>{email}</bdi>
  </span>
);
