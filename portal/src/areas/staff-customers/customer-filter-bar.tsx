import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useLocation } from 'react-router';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useShortcuts } from '../../shell/keyboard/shortcuts.js';
import { CountrySelect } from '../../ui/country-select.js';
import classes from './staff-customers.module.css';
import type { CustomerFilters } from './use-customer-filters.js';

interface CustomerFilterBarProps {
  filters: CustomerFilters;
  change: (change: Partial<CustomerFilters>) => void;
}

/** Long enough that a word is typed in one go. */
const PAUSE_MS = 300;

export function CustomerFilterBar({ filters, change }: CustomerFilterBarProps) {
  const t = useTexts('staff-customers');
  const field = useRef<HTMLInputElement>(null);
  // Somebody who comes to this page anew, e.g. by the navigation, finds the field as the address says.
  const { key } = useLocation();
  const search = useDebouncedCallback((text: string) => change({ search: text.trim() }), PAUSE_MS);
  useShortcuts([{ keys: '/', text: t('list.searchKey'), run: () => field.current?.focus() }]);
  return (
    <div className={classes.bar} role="search" data-print="no">
      <TextInput
        key={key}
        ref={field}
        className={classes.search!}
        type="search"
        name="search"
        label={t('list.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        dir="auto"
        maxLength={254}
        autoComplete="off"
        defaultValue={filters.search}
        onChange={(event) => search(event.currentTarget.value)}
      />
      <CountrySelect
        label={t('field.country')}
        none={t('list.anyCountry')}
        autoComplete="off"
        value={filters.country}
        onChange={(event) => change({ country: event.currentTarget.value })}
      />
    </div>
  );
}
