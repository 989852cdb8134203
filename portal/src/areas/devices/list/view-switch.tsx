import { ActionIcon } from '@mantine/core';
import { IconLayoutGrid, IconList } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../../shell/i18n/use-texts.js';

const views = [
  ['tiles', IconLayoutGrid],
  ['list', IconList],
] as const;
export type ViewChoice = (typeof views)[number][0];

const STORED = 'tessera.devices.view';

/** Tiles or a list (DEV-008), as this browser was told last. */
export function useView(): [ViewChoice, (view: ViewChoice) => void] {
  const [view, setView] = useState<ViewChoice>(() => (stored() === 'list' ? 'list' : 'tiles'));
  const choose = (next: ViewChoice) => {
    setView(next);
    try {
      localStorage.setItem(STORED, next);
    } catch {
      // A browser that keeps nothing starts with tiles again.
    }
  };
  return [view, choose];
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

export function ViewSwitch({ view, setView }: { view: ViewChoice; setView: (view: ViewChoice) => void }) {
  const t = useTexts('devices');
  return (
    <ActionIcon.Group role="group" aria-label={t('list.view')}>
      {views.map(([name, Icon]) => (
        <ActionIcon
          key={name}
          size={36}
          variant={view === name ? 'filled' : 'default'}
          aria-pressed={view === name}
          aria-label={t(`view.${name}`)}
          title={t(`view.${name}`)}
          onClick={() => setView(name)}
        >
          <Icon size={20} aria-hidden />
        </ActionIcon>
      ))}
    </ActionIcon.Group>
  );
}
