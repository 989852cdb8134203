import { createContext, useContext } from 'react';
import type { Me } from '../area.js';

export interface Session {
  /** null: nobody is signed in. */
  me: Me | null;
  /** For PATCH /me. */
  etag: string;
  /** @throws ProblemError CREDENTIALS_REJECTED, OTP_REQUIRED, PASSWORD_EXPIRED, TOO_MANY_REQUESTS */
  signIn(credentials: { email: string; password: string; otp?: string }): Promise<Me>;
  signOut(): Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs SessionProvider');
  return session;
}

/** The person, on pages that only people who are signed in can open. */
export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('nobody is signed in');
  return me;
}

const staffRoles: readonly string[] = [
  'support-agent',
  'support-lead',
  'license-admin',
  'platform-admin',
  'partner',
];
export const isStaff = (me: Me): boolean => staffRoles.includes(me.role);

/** Invited for a device alone: sees nothing of the company. */
export const isConfined = (me: Me): boolean => me.role === 'device_member';

/** Where a person begins. */
export const homeOf = (me: Me | null): string => (me === null ? '/sign-in' : isStaff(me) ? '/staff' : '/');

/** `?next=` of the sign-in page; only a path within the portal, never another host. */
export const safeNext = (next: string | null): string | null =>
  next && /^\/(?![/\\])[^\\\s]*$/.test(next) && !next.startsWith('/sign-in') ? next : null;
