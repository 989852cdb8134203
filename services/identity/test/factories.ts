import {
  mintLink,
  resolveSession,
  signIn,
  type Right,
  type Role,
  type SignedIn,
  type SignIn,
  type StaffRole,
} from '@tessera/contracts';
import { searchKey, uuidv7, type Actor } from '@tessera/platform';
import { eventually, TestService } from '@tessera/platform/testing';
import { readConfig } from '../src/config.js';
import { Passwords } from '../src/passwords/passwords.js';
import { service } from '../src/service.js';
import { rightsInForce, type MemberRole } from '../src/users/membership.entity.js';

export const PASSWORD = 'Correct-7-horse';

/** Cheap hashes, and limits that no other test meets by chance. */
const environment = {
  PUBLIC_URL: 'https://portal.example',
  PASSWORD_PEPPER: Buffer.alloc(32, 3).toString('base64'),
  ARGON2_MEMORY_KIB: '64',
  ARGON2_ITERATIONS: '1',
  SIGN_IN_ADDRESS_FAILURES_10S: '100000',
  SIGN_IN_ADDRESS_FAILURES_10MIN: '100000',
  REGISTRATIONS_PER_ADDRESS_HOUR: '100000',
  CLAIM_POLL_MS: '50',
};

const passwords = new Passwords(
  readConfig({
    ...environment,
    DATABASE_URL: 'postgres://x/y',
    DATA_KEY: `t:${Buffer.alloc(32).toString('base64')}`,
  }),
);

/** The service as it runs; it also trusts the key of the test kit, so that specs may act as any person. */
export async function startIdentity(more: Record<string, string> = {}): Promise<TestService> {
  const test = await TestService.start(service, { environment: { ...environment, ...more } });
  await test.query(
    `insert into signing_key (kid, public_x, private_sealed, signs_from, signs_until)
     values ('test', $1, '', now() - interval '2 years', now() + interval '1 year')`,
    [test.identity.keys[0]!.x],
  );
  return test;
}

let serial = 0;
export const someEmail = (): string => `Person.${process.pid}.${++serial}@Example.com`;

export interface TestPerson {
  userId: string;
  companyId: string | null;
  email: string;
  actor: Actor;
}

export interface PersonFacts {
  email?: string;
  role?: MemberRole;
  rights?: Right[];
  staffRole?: StaffRole;
  companyId?: string;
  activated?: boolean;
}

/** A person who has the password of all; of a new company, where a role is given and no company. */
export async function aPerson(test: TestService, facts: PersonFacts = {}): Promise<TestPerson> {
  const userId = uuidv7();
  const email = facts.email ?? someEmail();
  const hash = facts.activated === false ? null : await passwords.hash(PASSWORD);
  await test.query(
    `insert into user_account (id, email, email_key, first_name, last_name, country, password_hash, activated_at, staff_role)
     values ($1, $2, lower($2), 'Ada', 'Example', 'DE', $3, case when $3::text is not null then now() end, $4)`,
    [userId, email, hash, facts.staffRole ?? null],
  );
  if (hash)
    await test.query('insert into password_history (id, user_id, hash) values ($1, $2, $3)', [
      uuidv7(),
      userId,
      hash,
    ]);
  const companyId = facts.role ? (facts.companyId ?? (await aCompany(test))) : null;
  if (companyId) {
    await test.query('insert into membership (user_id, company_id, role, rights) values ($1, $2, $3, $4)', [
      userId,
      companyId,
      facts.role,
      facts.rights ?? [],
    ]);
  }
  const role: Role = facts.staffRole ?? facts.role ?? 'none';
  const rights = rightsInForce(facts.role ?? null, facts.rights ?? []);
  return { userId, companyId, email, actor: test.identity.actor({ userId, companyId, role, rights }) };
}

export async function aCompany(test: TestService, name = 'Acme GmbH'): Promise<string> {
  const id = uuidv7();
  await test.query(`insert into company (id, name, search_key, country) values ($1, $2, $3, 'DE')`, [
    id,
    name,
    searchKey(name),
  ]);
  return id;
}

/** The newest link to an address, as notifications would find it. */
export async function linkTo(test: TestService, email: string, purpose: string): Promise<string> {
  const [link] = await test.query<{ id: string }>(
    'select id from link where email_key = lower($1) and purpose = $2 order by id desc limit 1',
    [email, purpose],
  );
  if (!link) throw new Error(`no link of purpose ${purpose}`);
  return link.id;
}

/** What notifications does when it renders the mail; answers the token. */
export async function tokenFor(test: TestService, email: string, purpose: string): Promise<string> {
  const { url } = await test.ask(mintLink, { linkId: await linkTo(test, email, purpose) }, null);
  return url.split('#token=')[1]!;
}

export const signInAs = (
  test: TestService,
  email: string,
  password = PASSWORD,
  { clientAddress, ...more }: { clientAddress?: string } & Partial<SignIn> = {},
): Promise<SignedIn> =>
  test.ask(signIn, { email, password, ...more }, null, clientAddress ? { clientAddress } : {});

export const resolved = (test: TestService, credential: string) =>
  test.ask(resolveSession, { credential }, null);

/** The events of one kind about one person, once `count` are there. */
export const eventsAbout = (
  test: TestService,
  event: Parameters<TestService['emitted']>[0],
  userId: string,
  count = 1,
) =>
  eventually(() => {
    const found = test.emitted(event).filter((e) => (e.data as { userId?: string }).userId === userId);
    expect(found).toHaveLength(count);
    return found;
  });

/** What every service has: the service as it runs, alone. */
export const startTestService = (): Promise<TestService> => startIdentity();
