import { Anchor, type AnchorProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** A link to another page of the portal, within text or a table. */
export const TextLink = ({ to, ...rest }: AnchorProps & { to: string; children: ReactNode }) => (
  <Anchor component={Link} to={to} inherit underline="always" {...rest} />
);
