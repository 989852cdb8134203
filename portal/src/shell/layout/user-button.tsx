import { Button, type ButtonProps } from '@mantine/core';
import { IconChevronDown, IconUser } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import { useMe } from '../session/session.js';
import classes from './layout.module.css';

/** What opens the user's menu, with the user's name. */
export function UserButton(props: ButtonProps & ComponentPropsWithRef<'button'>) {
  const me = useMe();
  return (
    <Button
      {...props}
      className={classes.user}
      variant="subtle"
      color="gray"
      px="xs"
      leftSection={<IconUser className={classes.userIcon} size={22} aria-hidden />}
      rightSection={<IconChevronDown size={16} aria-hidden />}
    >
      <span className={classes.userName}>
        {me.firstName} {me.lastName}
      </span>
    </Button>
  );
}
