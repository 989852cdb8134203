import { QueryClient, type Query } from '@tanstack/react-query';
import { ProblemError } from '../api/problem-error.js';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** Kinds of live changes, besides the first element of the key, after which this is read again: `['seat']`. */
      live?: string[];
    };
  }
}

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // Live events say what has changed; this is for what they may have missed.
        staleTime: 30_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 3 && mayPass(error),
        retryDelay: (failures, error) =>
          error instanceof ProblemError && error.retryAfter ? error.retryAfter * 1000 : 300 * 2 ** failures,
      },
      // A form shows that there is no network and stays; it is not kept back until one comes.
      mutations: { networkMode: 'always' },
    },
  });

const mayPass = (error: unknown): boolean =>
  error instanceof ProblemError && [0, 502, 503, 504].includes(error.status);

/**
 * Reads again what changes touch. The first element of a query's key is the noun of a change's kind: `license.added`
 * touches `['license', …]`, and every query whose `meta.live` names `license`.
 */
export function refresh(client: QueryClient, nouns: ReadonlySet<string> | 'everything'): void {
  const touched = ({ queryKey, meta }: Query): boolean =>
    nouns === 'everything' ||
    nouns.has(String(queryKey[0])) ||
    (meta?.live?.some((n) => nouns.has(n)) ?? false);
  // What is being read for the first time is not begun again by the client, though its answer may be of before the change.
  const first = client
    .getQueryCache()
    .findAll({ predicate: touched, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined);
  void client.invalidateQueries({ predicate: touched });
  for (const query of first) {
    const again = () => client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    query.promise?.then(again, () => undefined);
  }
}
