import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { useCurrentLanguage } from '../i18n/use-texts.js';

/** The vendor's name and pages: the same for everybody, signed in or not, as long as the page is open. */
export const brandQuery = {
  queryKey: ['brand'],
  queryFn: () => ask(api.GET('/brand')),
  staleTime: Infinity,
};

const unknown = { name: '', accent: '', support: null, links: {}, poweredBy: false };

/** Nothing of it is worth an error: without an answer the page has no name. */
export const useBrand = () => useQuery(brandQuery).data ?? unknown;

export type LinkKind = 'terms' | 'privacy' | 'imprint';

/** The vendor's page of a kind, in the language of the page, else in English, else in the one that there is. */
export function useBrandLink(): (kind: LinkKind) => string | undefined {
  const language = useCurrentLanguage();
  const links: Partial<Record<LinkKind, Record<string, string>>> = useBrand().links;
  return (kind) => {
    const byLanguage = links[kind] ?? {};
    return byLanguage[language] ?? byLanguage.en ?? Object.values(byLanguage)[0];
  };
}
