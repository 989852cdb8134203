import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router';

const read = () => location.search;

/**
 * What follows "?" in the address, so that a link and "back" lead to the same list. It is changed without the router, for
 * which a changed address is a new page, whose heading takes the focus from the field that somebody is choosing in.
 */
export function useAddressQuery(): [URLSearchParams, (next: Record<string, string>) => void] {
  const { key } = useLocation();
  // As text, so that the same address shows nothing again.
  const [search, setSearch] = useState(read);
  useEffect(() => setSearch(read()), [key]);
  const change = (next: Record<string, string>) => {
    const chosen = new URLSearchParams(next);
    history.replaceState(
      history.state,
      '',
      chosen.size ? `${location.pathname}?${chosen}` : location.pathname,
    );
    setSearch(read());
  };
  return [useMemo(() => new URLSearchParams(search), [search]), change];
}
