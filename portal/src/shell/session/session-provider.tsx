import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { api, ask, askTagged, onSessionExpired } from '../../api/client.js';
import { hasCode } from '../../api/problem-error.js';
import { forgetDrafts } from '../../ui/form/drafts.js';
import { PageLoading } from '../../ui/page-loading.js';
import { ProblemPage } from '../../ui/problem-page.js';
import type { Me } from '../area.js';
import { SessionContext, type Session } from './session.js';

const SignInAgain = lazy(() => import('./sign-in-again.js'));

/** What another person would not see: all but who that is, and the vendor. */
const isPersonal = ({ queryKey }: { queryKey: readonly unknown[] }): boolean =>
  queryKey[0] !== 'me' && queryKey[0] !== 'brand';

const signedOut = { value: null as Me | null, etag: '' };

/** Asked for before there is a page to show, since every page waits for the answer. */
export const meQuery = { queryKey: ['me'], queryFn: readMe, staleTime: Infinity };

async function readMe(): Promise<typeof signedOut> {
  try {
    return await askTagged(api.GET('/me'));
  } catch (error) {
    if (hasCode(error, 'UNAUTHENTICATED')) return signedOut;
    throw error;
  }
}

/** Who is signed in: known from the session cookie, which no script can read, by asking the API. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const query = useQuery(meQuery);
  const { waiting, settle, forget } = useRenewal(query.data?.value ?? null);
  const data = query.data;

  const session = useMemo<Session | null>(
    () =>
      data
        ? {
            me: data.value,
            etag: data.etag,
            signIn: async (body) => {
              const { user } = await ask(api.POST('/auth/sign-in', { body }));
              client.removeQueries({ predicate: isPersonal });
              await client.fetchQuery({ ...meQuery, staleTime: 0 });
              return user;
            },
            signOut: async () => {
              await ask(api.POST('/auth/sign-out')).catch((error: unknown) => {
                if (!hasCode(error, 'UNAUTHENTICATED')) throw error;
              });
              forget();
              if (data.value) forgetDrafts(data.value.id);
              // What was asked before would bring back who has gone.
              await client.cancelQueries();
              client.setQueryData(['me'], signedOut);
              client.removeQueries({ predicate: isPersonal });
            },
          }
        : null,
    [data, client, forget],
  );

  if (query.isError && !session)
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  if (!session) return <PageLoading />;
  return (
    <SessionContext.Provider value={session}>
      {children}
      {waiting && session.me && (
        <Suspense>
          <SignInAgain me={session.me} done={settle} />
        </Suspense>
      )}
    </SessionContext.Provider>
  );
}

/** Requests that met an expired session wait together for one new sign-in. */
function useRenewal(me: Me | null) {
  const [waiting, setWaiting] = useState(false);
  const current = useRef(me);
  const pending = useRef<{ promise: Promise<boolean>; resolve: (renewed: boolean) => void } | null>(null);
  useEffect(() => {
    current.current = me;
  }, [me]);
  useEffect(() => {
    onSessionExpired(() => {
      if (!current.current) return Promise.resolve(false);
      pending.current ??= Promise.withResolvers<boolean>();
      setWaiting(true);
      return pending.current.promise;
    });
  }, []);
  const settle = useCallback((renewed: boolean) => {
    pending.current?.resolve(renewed);
    pending.current = null;
    setWaiting(false);
  }, []);
  /** Whoever signs out is not asked to sign in again by what is still under way. */
  const forget = useCallback(() => {
    current.current = null;
    settle(false);
  }, [settle]);
  return { waiting, settle, forget };
}
