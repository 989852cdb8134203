import type { paths } from '../../api/schema.js';
import { useAddressQuery } from '../../ui/use-address-query.js';

type Query = NonNullable<paths['/staff/requests']['get']['parameters']['query']>;
export type QueueFilters = Pick<Query, 'status' | 'assignee' | 'product' | 'category' | 'sort'>;

const names = ['status', 'assignee', 'product', 'category', 'sort'] as const;

/** In the address, so that going back from a request finds the queue as it was. Open requests, unless chosen otherwise. */
export function useQueueFilters() {
  const [query, setQuery] = useAddressQuery();
  const chosen = Object.fromEntries(
    names.flatMap((name) => {
      const value = query.get(name);
      return value ? [[name, value]] : [];
    }),
  ) as Record<string, string>;
  const filters: QueueFilters = { ...chosen, status: (chosen.status ?? 'active') as QueueFilters['status'] };
  if (chosen.status === 'any') delete filters.status;
  return {
    filters,
    chosen,
    set: (name: (typeof names)[number], value: string) => {
      const changed = { ...chosen, [name]: value };
      setQuery(Object.fromEntries(Object.entries(changed).filter(([, v]) => v)));
    },
  };
}
