import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** Goes to another page of the portal, and looks like a button. */
export const LinkButton = ({ to, ...rest }: ButtonProps & { to: string; children: ReactNode }) => (
  <Button component={Link} to={to} {...rest} />
);
