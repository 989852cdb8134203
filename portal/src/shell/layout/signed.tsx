import { UnstyledButton } from '@mantine/core';
import { IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import { NavLink, useNavigate } from 'react-router';
import type { Audience } from '../area.js';
import { navigationOf } from '../areas.js';
import { useTexts, useWords } from '../i18n/use-texts.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { useLive } from '../live/use-live.js';
import { useMe } from '../session/session.js';
import classes from './layout.module.css';

interface SignedProps {
  audience: Audience;
  /** The navigation shows its icons alone. */
  collapsed: boolean;
  setCollapsed: (collapsed: boolean) => void;
}

/** What only people who are signed in have: navigation with its shortcuts, and the live stream. */
export default function Signed({ audience, collapsed, setCollapsed }: SignedProps) {
  const t = useTexts('shell');
  const me = useMe();
  useLive(me.id);
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
  const Collapse = collapsed ? IconChevronsRight : IconChevronsLeft;
  const collapse = t(collapsed ? 'layout.expand' : 'layout.collapse');
  return (
    <nav className={classes.side} aria-label={t('layout.navigation')}>
      <div className={classes.entries}>
        <ul className={classes.navigation}>
          {items.map((item) => (
            <li key={item.to}>
              <NavLink
                className={classes.entry!}
                to={item.to}
                end={item.to === '/' || item.to === '/staff'}
                title={collapsed ? label(item) : undefined}
              >
                <item.icon size={20} aria-hidden />
                <span className={classes.entryText}>{label(item)}</span>
              </NavLink>
            </li>
          ))}
        </ul>
        <UnstyledButton
          className={`${classes.entry} ${classes.collapse}`}
          title={collapsed ? collapse : undefined}
          onClick={() => setCollapsed(!collapsed)}
        >
          <Collapse size={20} aria-hidden />
          <span className={classes.entryText}>{collapse}</span>
        </UnstyledButton>
      </div>
    </nav>
  );
}
