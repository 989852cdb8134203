import { useAddressQuery } from '../../ui/use-address-query.js';
import { shownIn, type Shown } from './license-queries.js';

/** LIC-065, in the address. */
export function useFilters(): [Shown, (changes: Partial<Shown>) => void] {
  const [query, setQuery] = useAddressQuery();
  const shown = shownIn(query);
  const change = (changes: Partial<Shown>) => {
    const { status, sort } = { ...shown, ...changes };
    setQuery({
      ...(status === 'all' ? {} : { status }),
      ...(sort === 'expiresAt' ? {} : { sort }),
    });
  };
  return [shown, change];
}
