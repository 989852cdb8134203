import { useState } from 'react';

const NAME = 'tessera.navigation';

/** Whether the navigation shows its icons alone: remembered in this browser. */
export function useCollapsed(): [boolean, (collapsed: boolean) => void] {
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(NAME) === 'collapsed');
  const change = (next: boolean) => {
    setCollapsed(next);
    localStorage.setItem(NAME, next ? 'collapsed' : 'open');
  };
  return [collapsed, change];
}
