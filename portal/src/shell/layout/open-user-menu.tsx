import { Menu } from '@mantine/core';
import { IconKeyboard, IconLogout, IconUser, IconWorld } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ownName } from '../i18n/languages.js';
import { useCurrentLanguage, useTexts } from '../i18n/use-texts.js';
import { useShortcutHelp } from '../keyboard/shortcuts.js';
import { useMe, useSession } from '../session/session.js';
import { useFailure } from '../../ui/use-failure.js';
import { UserButton } from './user-button.js';
import { useScheme } from './use-scheme.js';

const LanguageDialog = lazy(() => import('../i18n/language-dialog.js'));

/** The user's menu with its button, which opens as soon as it is there. It stands in the header, so that it belongs to a landmark. */
export default function OpenUserMenu() {
  const t = useTexts('shell');
  const me = useMe();
  const { signOut } = useSession();
  const navigate = useNavigate();
  const openHelp = useShortcutHelp();
  const tell = useFailure();
  const leave = () => void signOut().then(() => navigate('/sign-in'), tell);
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const language = useCurrentLanguage();
  const scheme = useScheme();
  useEffect(() => {
    // It has taken the place of the button that was pressed, and gets the focus back when the menu closes.
    button.current?.focus();
    setOpened(true);
  }, []);
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={240}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UserButton ref={button} />
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
        <Menu.Item leftSection={<IconWorld size={18} aria-hidden />} onClick={() => setChoosing(true)}>
          {t('user.language', { language: ownName(language) })}
        </Menu.Item>
        <Menu.Item leftSection={<scheme.Icon size={18} aria-hidden />} onClick={scheme.change}>
          {t(`scheme.${scheme.next}`)}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={leave}>
          {t('user.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
      {choosing && (
        <Suspense>
          <LanguageDialog close={() => setChoosing(false)} />
        </Suspense>
      )}
    </Menu>
  );
}
