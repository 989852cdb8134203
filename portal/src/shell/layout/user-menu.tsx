import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconKeyboard, IconLogout, IconUser } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useTexts } from '../i18n/use-texts.js';
import { useShortcutHelp } from '../keyboard/shortcuts.js';
import { useMe, useSession } from '../session/session.js';
import { useFailure } from '../../ui/use-failure.js';
import classes from './layout.module.css';

/** The user name, top right (UIX-007). The menu stands in the header, so that it belongs to a landmark. */
export default function UserMenu() {
  const t = useTexts('shell');
  const me = useMe();
  const { signOut } = useSession();
  const navigate = useNavigate();
  const openHelp = useShortcutHelp();
  const tell = useFailure();
  const leave = () => void signOut().then(() => navigate('/sign-in'), tell);
  return (
    <Menu position="bottom-end" width={240} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
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
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.company?.name ?? me.email}</Menu.Label>
        <Menu.Item leftSection={<IconUser size={18} aria-hidden />} onClick={() => void navigate('/profile')}>
          {t('user.profile')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={18} aria-hidden />} onClick={openHelp}>
          {t('user.keyboard')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={leave}>
          {t('user.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
