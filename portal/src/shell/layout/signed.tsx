import { Button } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { NavLink, useLocation, useNavigate } from 'react-router';
import type { Audience } from '../area.js';
import { navigationOf } from '../areas.js';
import { useTexts, useWords } from '../i18n/use-texts.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { useLive } from '../live/use-live.js';
import { useMe } from '../session/session.js';
import classes from './layout.module.css';

/** What only people who are signed in have: navigation with its shortcuts, and the live stream. */
export default function Signed({ audience }: { audience: Audience }) {
  const t = useTexts('shell');
  const me = useMe();
  useLive(me.id);
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setOpen(false), [pathname]);
  const items = useMemo(() => navigationOf(audience, me), [audience, me]);
  const say = useWords(items.map((item) => item.namespace));
  const label = (item: (typeof items)[number]) => say(item.namespace, item.label);
  const navigate = useNavigate();
  useShortcuts(
    items.flatMap((item) =>
      item.key
        ? [
            {
              keys: `g ${item.key}`,
              text: t('keyboard.goTo', { page: label(item) }),
              run: () => void navigate(item.to),
            },
          ]
        : [],
    ),
  );
  return (
    <nav className={classes.side} data-closed={!open || undefined} aria-label={t('layout.navigation')}>
      <Button
        className={classes.toggle}
        variant="default"
        leftSection={<IconMenu2 size={18} aria-hidden />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('layout.menu')}
      </Button>
      <ul className={classes.navigation}>
        {items.map((item) => (
          <li key={item.to}>
            <NavLink className={classes.entry!} to={item.to} end={item.to === '/' || item.to === '/staff'}>
              <item.icon size={20} aria-hidden />
              {label(item)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
