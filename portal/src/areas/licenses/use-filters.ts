import { useAddressQuery } from '../../ui/use-address-query.js';
import { filters, type Filter, type Sort } from './license-queries.js';

export interface Shown {
  status: Filter;
  sort: Sort;
}

/** LIC-065, in the address. */
export function useFilters(): [Shown, (changes: Partial<Shown>) => void] {
  const [query, setQuery] = useAddressQuery();
  const shown: Shown = {
    status: filters.find((filter) => filter === query.get('status')) ?? 'all',
    sort: query.get('sort') === '-expiresAt' ? '-expiresAt' : 'expiresAt',
  };
  const change = (changes: Partial<Shown>) => {
    const { status, sort } = { ...shown, ...changes };
    setQuery({
      ...(status === 'all' ? {} : { status }),
      ...(sort === 'expiresAt' ? {} : { sort }),
    });
  };
  return [shown, change];
}
