import { useMe } from '../../shell/session/session.js';
import { useAddressQuery } from '../../ui/use-address-query.js';
import { requestStatuses, type RequestStatus } from '../../ui/request-status.js';

export type StatusFilter = RequestStatus | 'active' | 'inactive';

export interface Filters {
  author: 'me' | 'all';
  status: StatusFilter | null;
  number: string;
}

/** "Awaiting my answer" first, since there somebody waits for the person. */
export const statusFilters: StatusFilter[] = [
  'awaiting_reply',
  'active',
  'inactive',
  ...requestStatuses.filter((status) => status !== 'awaiting_reply'),
];

/** In the address, so that going back from a request finds the list as it was. */
export function useFilters() {
  const me = useMe();
  const [query, setQuery] = useAddressQuery();
  const filters: Filters = {
    author: query.get('author') === 'all' && me.rights.includes('requests.manage') ? 'all' : 'me',
    status: statusFilters.find((status) => status === query.get('status')) ?? null,
    number: query.get('number') ?? '',
  };
  const set = (changes: Partial<Filters>) => {
    const { author, status, number } = { ...filters, ...changes };
    setQuery({
      ...(author === 'all' ? { author } : {}),
      ...(status ? { status } : {}),
      ...(number ? { number } : {}),
    });
  };
  return { filters, set, clear: () => setQuery({}) };
}
