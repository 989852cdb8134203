import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { requestStatuses } from '../../ui/request-status.js';
import type { useQueueFilters } from './use-queue-filters.js';
import classes from './staff-requests.module.css';

const categories = ['technical', 'portal', 'feedback', 'threat_portal', 'apns_certificate'] as const;

export function QueueFilters({ state: { chosen, set } }: { state: ReturnType<typeof useQueueFilters> }) {
  const t = useTexts('staff-requests');
  const products = useQuery({ queryKey: ['product'], queryFn: () => ask(api.GET('/products')) });
  const any = { value: '', label: t('filter.any') };
  return (
    <div className={classes.filters} role="search">
      <NativeSelect
        label={t('column.status')}
        value={chosen.status ?? ''}
        data={[
          { value: '', label: t('filter.active') },
          ...requestStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
          { value: 'inactive', label: t('filter.inactive') },
          { value: 'any', label: t('filter.any') },
        ]}
        onChange={(event) => set('status', event.currentTarget.value)}
      />
      <NativeSelect
        label={t('column.assignee')}
        value={chosen.assignee ?? ''}
        data={[any, { value: 'me', label: t('filter.me') }, { value: 'nobody', label: t('filter.nobody') }]}
        onChange={(event) => set('assignee', event.currentTarget.value)}
      />
      <NativeSelect
        label={t('column.product')}
        value={chosen.product ?? ''}
        data={[any, ...(products.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => set('product', event.currentTarget.value)}
      />
      <NativeSelect
        label={t('column.category')}
        value={chosen.category ?? ''}
        data={[any, ...categories.map((value) => ({ value, label: t(`category.${value}`) }))]}
        onChange={(event) => set('category', event.currentTarget.value)}
      />
      <NativeSelect
        label={t('filter.order')}
        value={chosen.sort ?? ''}
        data={[
          { value: '', label: t('filter.newest') },
          { value: 'createdAt', label: t('filter.oldest') },
        ]}
        onChange={(event) => set('sort', event.currentTarget.value)}
      />
    </div>
  );
}
