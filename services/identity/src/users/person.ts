import type { MeView, Right, Role, VersionedMe } from '@tessera/contracts';
import type { Actor } from '@tessera/platform';
import { displayEmail } from '@tessera/contracts/kit';
import { rightsInForce, type MemberRole } from './membership.entity.js';

/** A user with company and rights, as one query reads them. */
export interface Person {
  userId: string;
  email: string;
  emailKey: string;
  firstName: string;
  lastName: string;
  country: string | null;
  language: string | null;
  staffRole: string | null;
  partnerId: string | null;
  version: number;
  companyId: string | null;
  companyName: string | null;
  memberRole: MemberRole | null;
  granted: Right[] | null;
}

export const roleOf = (p: Person): Role => (p.staffRole as Role | null) ?? p.memberRole ?? 'none';
export const rightsOf = (p: Person): Right[] => [...rightsInForce(p.memberRole, p.granted)];

export function toMeView(p: Person): MeView {
  return {
    id: p.userId,
    email: displayEmail(p.email),
    firstName: p.firstName,
    lastName: p.lastName,
    country: p.country,
    language: p.language,
    rights: rightsOf(p),
    role: roleOf(p),
    company: p.companyId ? { id: p.companyId, name: p.companyName! } : null,
  };
}

export const toVersionedMe = (p: Person): VersionedMe => ({ ...toMeView(p), version: p.version });

export function toActor(p: Person, sessionId: string): Actor {
  return {
    userId: p.userId,
    companyId: p.companyId,
    role: roleOf(p),
    rights: rightsOf(p),
    sessionId,
    ...(p.partnerId ? { partnerId: p.partnerId } : {}),
    ...(p.language ? { language: p.language } : {}),
  };
}
