import { useEffect, useState } from 'react';

/**
 * The token of a mailed link, `#token=…`. It is taken out of the address at once, so that neither the history nor
 * whoever looks over a shoulder keeps it. null: the page was opened without one.
 */
export function useLinkToken(): string | null {
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('token'));
  useEffect(() => {
    // The link of another mail, opened in this very tab, changes nothing but the fragment.
    const startAnew = () => location.hash.startsWith('#token=') && location.reload();
    addEventListener('hashchange', startAnew);
    return () => removeEventListener('hashchange', startAnew);
  }, []);
  useEffect(() => {
    if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  }, []);
  return token;
}
