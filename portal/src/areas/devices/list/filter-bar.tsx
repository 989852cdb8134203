import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useLocation } from 'react-router';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { useShortcuts } from '../../../shell/keyboard/shortcuts.js';
import classes from '../devices.module.css';
import { choices, type Choice, type Filters } from './filters.js';
import { ViewSwitch, type ViewChoice } from './view-switch.js';

interface FilterBarProps {
  filters: Filters;
  change: (filters: Filters) => void;
  view: ViewChoice;
  setView: (view: ViewChoice) => void;
}

/** Long enough that a word is typed in one go. */
const PAUSE_MS = 300;

export function FilterBar({ filters, change, view, setView }: FilterBarProps) {
  const t = useTexts('devices');
  const field = useRef<HTMLInputElement>(null);
  // Somebody who comes to this page anew, e.g. by the navigation, finds the field as the address says.
  const { key } = useLocation();
  const search = useDebouncedCallback(
    (text: string) => change({ ...filters, search: text.trim() }),
    PAUSE_MS,
  );
  useShortcuts([{ keys: '/', text: t('list.search'), run: () => field.current?.focus() }]);
  return (
    <div className={classes.bar} role="search" data-print="no">
      <TextInput
        key={key}
        ref={field}
        className={classes.search!}
        type="search"
        label={t('list.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        maxLength={100}
        defaultValue={filters.search}
        onChange={(event) => search(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('list.show')}
        value={filters.choice ?? ''}
        onChange={(event) =>
          change({ ...filters, choice: (event.currentTarget.value || null) as Choice | null })
        }
        data={[
          { value: '', label: t('list.all') },
          ...choices.map((choice) => ({ value: choice, label: t(`choice.${choice}`) })),
        ]}
      />
      <ViewSwitch view={view} setView={setView} />
    </div>
  );
}
