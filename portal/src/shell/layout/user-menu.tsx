import { useState } from 'react';
import { lazy } from '../lazy.js';
import { useFailure } from '../../ui/use-failure.js';
import { UserButton } from './user-button.js';

/** A menu with its keys and its place takes a slow processor 100 ms, so it comes when a hand does. */
const OpenUserMenu = lazy(() => import('./open-user-menu.js'));
const prepare = () => void OpenUserMenu.preload().catch(() => undefined);

/** The user name, top right (UIX-007). */
export default function UserMenu() {
  const tell = useFailure();
  const [wanted, setWanted] = useState(false);
  if (wanted) return <OpenUserMenu />;
  const open = () => void OpenUserMenu.preload().then(() => setWanted(true), tell);
  return (
    <UserButton
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={open}
    />
  );
}
