import { useQuery } from '@tanstack/react-query';
import { api, ask, type View } from '../../api/client.js';
import { hasCode } from '../../api/problem-error.js';
import type { LinkState } from './link-page.js';
import { useLinkToken } from './use-link-token.js';

export interface MailedLink {
  /** null: the page was opened without one. */
  token: string | null;
  /** What it stands for; null while that is being asked, or where it could not be. */
  facts: View<'InspectedLink'> | null;
  /** What is known of it before it is used: a link that was used is said to be so before anybody types. */
  state: LinkState;
}

/** The link in the address, and what it stands for. Asking does not use it up. */
export function useLink(): MailedLink {
  const token = useLinkToken();
  const { data, error } = useQuery({
    queryKey: ['link', token],
    queryFn: () => ask(api.POST('/auth/links/inspect', { body: { token: token! } })),
    enabled: token !== null,
    staleTime: Infinity,
    gcTime: 0,
    // It becomes another link by being used, and then says so itself.
    refetchOnWindowFocus: false,
  });
  const invalid = token === null || hasCode(error, 'LINK_INVALID', 'VALIDATION_FAILED');
  return { token, facts: data ?? null, state: invalid ? 'invalid' : 'open' };
}
