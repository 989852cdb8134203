import { Link, type LinkProps } from 'react-router';
import classes from './ui.module.css';

/**
 * A link to another page of the portal, within text or a table. Styled by one class: a list has one or two in each row, and
 * what a component of Mantine takes to find its style was a tenth of the time until a page of licenses was there.
 */
export const TextLink = ({ className, ...rest }: LinkProps) => (
  <Link className={className ? `${classes.link} ${className}` : classes.link!} {...rest} />
);
