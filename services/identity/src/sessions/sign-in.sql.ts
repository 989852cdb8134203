import type { Db } from '@tessera/platform';
import { PERSON_COLUMNS, PERSON_JOINS, toPerson } from '../users/person.sql.js';
import type { Account } from './account.js';

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

/**
 * Before the password is looked at: finds the account and counts the attempt, of the address and then of the account. The
 * first attempt of an account sets no time that another one, which came a moment before and was overtaken, would have to
 * wait for. The commit does not wait for the disk, which every sign-in would pay for: a database that crashes may forget
 * the attempts of its last half second. A failure is written by a statement that does wait.
 */
const BEGIN_SIGN_IN = `
  with device as materialized (
    select coalesce((select d.token_hash from known_device d join user_account u on u.id = d.user_id
                      where d.token_hash = $3 and u.email_key = $4), '') as key
  ), counted_window as (
    insert into attempt_window as w (key, seconds, started_at, attempts, failures)
    select $2::bytea, n.seconds, now(), 1, 0
      from unnest($5::int[]) as n (seconds) join device on device.key = '' order by n.seconds
    on conflict (key, seconds) do update set
      started_at = case when ${WINDOW_IS_OVER} then now() else w.started_at end,
      attempts = case when ${WINDOW_IS_OVER} then 1 else w.attempts + 1 end,
      failures = case when ${WINDOW_IS_OVER} then 0 else w.failures end
    where ${WINDOW_IS_OVER} or w.attempts < ($6::int[])[array_position($5::int[], w.seconds)]
    returning seconds
  ), address as materialized (
    select device.key as device_key, array(select seconds from counted_window) as windows from device
  ), counted_attempt as (
    insert into sign_in_failure as f (account_key, device_key, attempts, failures, last_at, retry_at)
    select $1::bytea, device_key, 1, 0, now(), '-infinity' from address
     where device_key <> '' or cardinality(windows) = cardinality($5::int[])
    on conflict (account_key, device_key) do update set attempts = f.attempts + 1, last_at = now(),
      failures = case when ${ABANDONED} then f.attempts else f.failures end
    where f.retry_at <= now() and f.attempts < $8::int
      and (f.attempts - f.failures < greatest($7::int - f.failures, 1) or ${ABANDONED})
    returning 1
  ), attempt as (
    select device_key, windows, exists (select from counted_attempt) as counted,
           exists (select from sign_in_failure f where f.account_key = $1 and f.device_key = address.device_key
             and (f.retry_at > now() or f.attempts >= $8 and (f.failures >= $8 or ${ABANDONED}))) as locked
      from address where set_config('synchronous_commit', 'off', true) is not null
  )
  select attempt.device_key as "deviceKey", attempt.windows, attempt.counted, attempt.locked, ${PERSON_COLUMNS},
         case when u.activated_at is not null then u.password_hash end as "passwordHash", u.id as "userId"
    from attempt left join user_account u on u.email_key = $4 ${PERSON_JOINS}`;

interface BegunRow extends Omit<CountedAttempt, 'account'> {
  userId: string | null;
  passwordHash: string | null;
}

export async function beginSignIn(attempt: NewAttempt, db: Db): Promise<CountedAttempt> {
  const [row] = await db.query<BegunRow>(BEGIN_SIGN_IN, [
    attempt.accountKey,
    attempt.addressKey,
    attempt.deviceHash,
    attempt.emailKey,
    attempt.windowSeconds,
    attempt.windowAttempts,
    attempt.freeFailures,
    attempt.maxFailures,
  ]);
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

/**
 * After the password was found right: starts the session with its tokens, notes the device, and takes the attempt and the
 * failures before it out of the counts; other attempts may run: they stay. Counts are locked in the same order as before, so
 * that of two sign-ins of one account only one ever waits for the other.
 */
const completeStatement = (person: string): string => `
  with person as (${person}
  ), started as (
    insert into session (id, user_id, token_hash, idle_minutes, idle_until, expires_at, refresh_until)
    select $3::uuid, id, $4::bytea, $5::int, now() + make_interval(mins => $5::int),
           now() + make_interval(mins => $6::int), now() + make_interval(mins => $7::int)
      from person returning id, expires_at, refresh_until
  ), refresh as (
    insert into refresh_token (token_hash, session_id, expires_at)
    select $8::bytea, id, least(refresh_until, now() + make_interval(mins => $9::int)) from started
  ), access as (
    insert into access_token (token_hash, session_id, expires_at)
    select $10::bytea, id, now() + make_interval(secs => $11::int) from started returning expires_at
  ), used_device as (
    update known_device d set last_used_at = now() from person
     where d.token_hash = $12 and d.user_id = person.id returning 1
  ), new_device as (
    insert into known_device (token_hash, user_id)
    select $13::bytea, id from person where not exists (select from used_device)
  ), released_window as (
    update attempt_window w set attempts = greatest(w.attempts - 1, w.failures)
      from (select key, seconds from attempt_window where key = $14::bytea and seconds = any($15::int[])
             order by seconds for no key update) held
     where w.key = held.key and w.seconds = held.seconds and exists (select from person) returning 1
  ), released_attempt as (
    update sign_in_failure f set attempts = greatest(f.attempts - f.failures - 1, 0), failures = 0,
           retry_at = '-infinity'
      from person where account_key = $16 and device_key = $17 and (select count(*) from released_window) >= 0
  )
  select started.expires_at as "expiresAt", access.expires_at as "accessExpiresAt",
         exists (select from used_device) as "knownDevice"
    from started, access`;

const COMPLETE_SIGN_IN = completeStatement(
  `select id from user_account where id = $1 and password_hash = $2 for share`,
);
const COMPLETE_SIGN_IN_REHASHED = completeStatement(
  `update user_account set password_hash = $18 where id = $1 and password_hash = $2 returning id`,
);

/** @returns null, and nothing is changed, if the password was changed while it was being verified */
export async function completeSignIn(s: NewSession, db: Db): Promise<StartedSession | null> {
  const values = [
    s.userId,
    s.passwordHash,
    s.sessionId,
    s.sessionTokenHash,
    s.idleMinutes,
    s.sessionMinutes,
    s.refreshMinutes,
    s.refreshTokenHash,
    s.refreshIdleMinutes,
    s.accessTokenHash,
    s.accessTokenSeconds,
    s.deviceHash,
    s.newDeviceHash,
    s.addressKey,
    s.windowSeconds,
    s.accountKey,
    s.deviceKey,
  ];
  const [started] = s.rehashed
    ? await db.query<StartedSession>(COMPLETE_SIGN_IN_REHASHED, [...values, s.rehashed])
    : await db.query<StartedSession>(COMPLETE_SIGN_IN, values);
  return started ?? null;
}
