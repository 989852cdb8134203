import type { Db } from '@tessera/platform';
import { PERSON_COLUMNS, PERSON_JOINS, toPerson } from '../users/person.sql.js';
import type { Account } from './account.js';

/** `$1`, `$2` … by the names of the parameters. */
const placeholders = <Name extends string>(names: readonly Name[]): Record<Name, string> =>
  Object.fromEntries(names.map((name, i) => [name, `$${i + 1}`])) as Record<Name, string>;

/** How an attempt to sign in is counted. Windows are those of the client's address, in seconds, and the attempts that fill each. */
export interface AttemptLimits {
  windowSeconds: readonly number[];
  windowAttempts: readonly number[];
  /** Failures in a row before the first wait; also the number of attempts of one account that may run at once. */
  freeFailures: number;
  /** Failures in a row that lock the account until a reset. */
  maxFailures: number;
}

export interface NewAttempt extends AttemptLimits {
  accountKey: Buffer;
  addressKey: Buffer;
  /** null: what was typed is no address. */
  emailKey: string | null;
  /** Hash of the known device's token that the browser has sent. */
  deviceHash: Buffer | null;
}

export interface CountedAttempt {
  account: Account | null;
  /** The known device that is the person's; empty: none is. */
  deviceKey: Buffer;
  /** Windows of the address in which the attempt was counted; one that is full is missing. None for a known device. */
  windows: number[];
  /** The attempt was counted for the account. */
  counted: boolean;
  /** It was not, since the account has to wait or is locked. Neither: as many attempts run as may still fail. */
  locked: boolean;
}

/** An attempt that does not end within this time was lost with its instance, and has failed. */
const ABANDONED = `f.last_at < now() - interval '30 seconds'`;
const WINDOW_IS_OVER = `w.started_at <= now() - make_interval(secs => w.seconds)`;

const BEGIN_PARAMETERS = [
  'accountKey',
  'addressKey',
  'deviceHash',
  'emailKey',
  'windowSeconds',
  'windowAttempts',
  'freeFailures',
  'maxFailures',
] as const satisfies (keyof NewAttempt)[];
const p = placeholders(BEGIN_PARAMETERS);

/**
 * Before the password is looked at: finds the account and counts the attempt, of the address and then of the account. The
 * first attempt of an account sets no time that another one, which came a moment before and was overtaken, would have to
 * wait for. The commit does not wait for the disk, which every sign-in would pay for: a database that crashes may forget
 * the attempts of its last half second. A failure is written by a statement that does wait.
 */
const BEGIN_SIGN_IN = `
  with device as materialized (
    select coalesce((select d.token_hash from known_device d join user_account u on u.id = d.user_id
                      where d.token_hash = ${p.deviceHash} and u.email_key = ${p.emailKey}), '') as key
  ), counted_window as (
    insert into attempt_window as w (key, seconds, started_at, attempts, failures)
    select ${p.addressKey}::bytea, n.seconds, now(), 1, 0
      from unnest(${p.windowSeconds}::int[]) as n (seconds) join device on device.key = '' order by n.seconds
    on conflict (key, seconds) do update set
      started_at = case when ${WINDOW_IS_OVER} then now() else w.started_at end,
      attempts = case when ${WINDOW_IS_OVER} then 1 else w.attempts + 1 end,
      failures = case when ${WINDOW_IS_OVER} then 0 else w.failures end
    where ${WINDOW_IS_OVER} or w.attempts < (${p.windowAttempts}::int[])[array_position(${p.windowSeconds}::int[], w.seconds)]
    returning seconds
  ), address as materialized (
    select device.key as device_key, array(select seconds from counted_window) as windows from device
  ), counted_attempt as (
    insert into sign_in_failure as f (account_key, device_key, attempts, failures, last_at, retry_at)
    select ${p.accountKey}::bytea, device_key, 1, 0, now(), '-infinity' from address
     where device_key <> '' or cardinality(windows) = cardinality(${p.windowSeconds}::int[])
    on conflict (account_key, device_key) do update set attempts = f.attempts + 1, last_at = now(),
      failures = case when ${ABANDONED} then f.attempts else f.failures end
    where f.retry_at <= now() and f.attempts < ${p.maxFailures}::int
      and (f.attempts - f.failures < greatest(${p.freeFailures}::int - f.failures, 1) or ${ABANDONED})
    returning 1
  ), attempt as (
    select device_key, windows, exists (select from counted_attempt) as counted,
           exists (select from sign_in_failure f where f.account_key = ${p.accountKey} and f.device_key = address.device_key
             and (f.retry_at > now() or f.attempts >= ${p.maxFailures} and (f.failures >= ${p.maxFailures} or ${ABANDONED}))) as locked
      from address where set_config('synchronous_commit', 'off', true) is not null
  )
  select attempt.device_key as "deviceKey", attempt.windows, attempt.counted, attempt.locked, ${PERSON_COLUMNS},
         case when u.activated_at is not null then u.password_hash end as "passwordHash", u.id as "userId"
    from attempt left join user_account u on u.email_key = ${p.emailKey} ${PERSON_JOINS}`;

interface BegunRow extends Omit<CountedAttempt, 'account'> {
  userId: string | null;
  passwordHash: string | null;
}

export async function beginSignIn(attempt: NewAttempt, db: Db): Promise<CountedAttempt> {
  const values = BEGIN_PARAMETERS.map((name) => attempt[name]);
  const [row] = await db.query<BegunRow>(BEGIN_SIGN_IN, values);
  const { deviceKey, windows, counted, locked, userId, passwordHash } = row!;
  return {
    account: userId ? { ...toPerson(row!), passwordHash } : null,
    deviceKey,
    windows,
    counted,
    locked,
  };
}

/** What a sign-in with the right password writes. */
export interface NewSession {
  userId: string;
  /** As it was verified: no session begins with a password that was changed meanwhile. */
  passwordHash: string;
  /** The same password with today's parameters, if they differ. */
  rehashed: string | null;
  sessionId: string;
  sessionTokenHash: Buffer;
  accessTokenHash: Buffer;
  refreshTokenHash: Buffer;
  idleMinutes: number;
  sessionMinutes: number;
  refreshMinutes: number;
  refreshIdleMinutes: number;
  accessTokenSeconds: number;
  /** Hash of the known device's token that the browser has sent, and of the one that it gets if that is not the person's. */
  deviceHash: Buffer | null;
  newDeviceHash: Buffer;
  /** What the attempt was counted by; no address for a known device. */
  accountKey: Buffer;
  deviceKey: Buffer;
  addressKey: Buffer | null;
  windowSeconds: readonly number[];
}

export interface StartedSession {
  expiresAt: Date;
  accessExpiresAt: Date;
  /** The browser keeps the device token that it has sent. */
  knownDevice: boolean;
}

/** `rehashed` is the last one, since only one of the two statements has it. */
const COMPLETE_PARAMETERS = [
  'userId',
  'passwordHash',
  'sessionId',
  'sessionTokenHash',
  'idleMinutes',
  'sessionMinutes',
  'refreshMinutes',
  'refreshTokenHash',
  'refreshIdleMinutes',
  'accessTokenHash',
  'accessTokenSeconds',
  'deviceHash',
  'newDeviceHash',
  'addressKey',
  'windowSeconds',
  'accountKey',
  'deviceKey',
  'rehashed',
] as const satisfies (keyof NewSession)[];
const q = placeholders(COMPLETE_PARAMETERS);

/**
 * After the password was found right: starts the session with its tokens, notes the device, and takes the attempt and the
 * failures before it out of the counts; other attempts may run: they stay. Counts are locked in the same order as before, so
 * that of two sign-ins of one account only one ever waits for the other.
 */
const completeStatement = (person: string): string => `
  with person as (${person}
  ), started as (
    insert into session (id, user_id, token_hash, idle_minutes, idle_until, expires_at, refresh_until)
    select ${q.sessionId}::uuid, id, ${q.sessionTokenHash}::bytea, ${q.idleMinutes}::int, now() + make_interval(mins => ${q.idleMinutes}::int),
           now() + make_interval(mins => ${q.sessionMinutes}::int), now() + make_interval(mins => ${q.refreshMinutes}::int)
      from person returning id, expires_at, refresh_until
  ), refresh as (
    insert into refresh_token (token_hash, session_id, expires_at)
    select ${q.refreshTokenHash}::bytea, id, least(refresh_until, now() + make_interval(mins => ${q.refreshIdleMinutes}::int)) from started
  ), access as (
    insert into access_token (token_hash, session_id, expires_at)
    select ${q.accessTokenHash}::bytea, id, now() + make_interval(secs => ${q.accessTokenSeconds}::int) from started returning expires_at
  ), used_device as (
    update known_device d set last_used_at = now() from person
     where d.token_hash = ${q.deviceHash} and d.user_id = person.id returning 1
  ), new_device as (
    insert into known_device (token_hash, user_id)
    select ${q.newDeviceHash}::bytea, id from person where not exists (select from used_device)
  ), released_window as (
    update attempt_window w set attempts = greatest(w.attempts - 1, w.failures)
      from (select key, seconds from attempt_window where key = ${q.addressKey}::bytea and seconds = any(${q.windowSeconds}::int[])
             order by seconds for no key update) held
     where w.key = held.key and w.seconds = held.seconds and exists (select from person) returning 1
  ), released_attempt as (
    update sign_in_failure f set attempts = greatest(f.attempts - f.failures - 1, 0), failures = 0,
           retry_at = '-infinity'
      from person where account_key = ${q.accountKey} and device_key = ${q.deviceKey} and (select count(*) from released_window) >= 0
  )
  select started.expires_at as "expiresAt", access.expires_at as "accessExpiresAt",
         exists (select from used_device) as "knownDevice"
    from started, access`;

const COMPLETE_SIGN_IN = completeStatement(
  `select id from user_account where id = ${q.userId} and password_hash = ${q.passwordHash} for share`,
);
const COMPLETE_SIGN_IN_REHASHED = completeStatement(
  `update user_account set password_hash = ${q.rehashed} where id = ${q.userId} and password_hash = ${q.passwordHash} returning id`,
);

/** @returns null, and nothing is changed, if the password was changed while it was being verified */
export async function completeSignIn(s: NewSession, db: Db): Promise<StartedSession | null> {
  const values = COMPLETE_PARAMETERS.map((name) => s[name]);
  const [started] = s.rehashed
    ? await db.query<StartedSession>(COMPLETE_SIGN_IN_REHASHED, values)
    : await db.query<StartedSession>(COMPLETE_SIGN_IN, values.slice(0, -1));
  return started ?? null;
}
