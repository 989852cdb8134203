import { useAddressQuery } from '../../ui/use-address-query.js';

export interface CustomerFilters {
  search: string;
  /** Empty: all. */
  country: string;
}

/** In the address, so that going back from a customer finds the list as it was. */
export function useCustomerFilters(): [CustomerFilters, (change: Partial<CustomerFilters>) => void] {
  const [query, setQuery] = useAddressQuery();
  const filters = { search: query.get('search') ?? '', country: query.get('country') ?? '' };
  const change = (changed: Partial<CustomerFilters>) => setQuery(toQuery({ ...filters, ...changed }));
  return [filters, change];
}

/** As the API and the address take them. */
export const toQuery = ({ search, country }: CustomerFilters) => ({
  ...(search ? { search } : {}),
  ...(country ? { country } : {}),
});
