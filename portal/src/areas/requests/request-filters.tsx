import { NativeSelect } from '@mantine/core';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { statusFilters, type Filters, type StatusFilter } from './use-filters.js';

interface RequestFiltersProps {
  filters: Filters;
  set: (changes: Partial<Filters>) => void;
}

/** Others' requests are for who may manage them (SUP-055); a filter ends the search for a number. */
export function RequestFilters({ filters, set }: RequestFiltersProps) {
  const t = useTexts('requests');
  const { rights } = useMe();
  return (
    <>
      {rights.includes('requests.manage') && (
        <NativeSelect
          label={t('filter.author')}
          value={filters.author}
          data={[
            { value: 'me', label: t('filter.me') },
            { value: 'all', label: t('filter.everybody') },
          ]}
          onChange={(event) => set({ author: event.currentTarget.value as Filters['author'], number: '' })}
        />
      )}
      <NativeSelect
        label={t('filter.status')}
        value={filters.status ?? ''}
        data={[
          { value: '', label: t('filter.any') },
          ...statusFilters.map((value) => ({ value, label: t(`filter.of.${value}`) })),
        ]}
        onChange={(event) =>
          set({ status: (event.currentTarget.value || null) as StatusFilter | null, number: '' })
        }
      />
    </>
  );
}
