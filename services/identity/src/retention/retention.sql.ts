import type { Db } from '@tessera/platform';

const BATCH_SIZE = 2_000;

const deleteBatch = (table: string, key: string, where: string): string =>
  `delete from ${table} where ${key} in (select ${key} from ${table} where ${where} limit ${BATCH_SIZE})`;

const STATEMENTS = [
  // The sealed successor is a secret that is of use for seconds.
  `update refresh_token set successor_sealed = null
    where successor_sealed is not null and used_at < now() - interval '1 minute'`,
  deleteBatch('access_token', 'token_hash', `expires_at < now()`),
  // With its tokens, by cascade; a spent one that comes back later is as unknown as any other.
  deleteBatch('session', 'id', `refresh_until < now() and expires_at < now()`),
  deleteBatch('link', 'id', `expires_at < now() - interval '30 days'`),
  // Never activated (IDC-019), or done with; a claim that still runs keeps its registration.
  `delete from registration where id in (select r.id from registration r
     where r.created_at < now() - interval '30 days' and not exists
       (select 1 from license_claim c where c.registration_id = r.id and c.state = 'pending') limit ${BATCH_SIZE})`,
  deleteBatch('attempt_window', 'key', `started_at < now() - interval '2 days'`),
  deleteBatch('known_device', 'token_hash', `last_used_at < now() - interval '400 days'`),
];

/** Accounts that are locked until a reset stay so. */
const DELETE_FAILURES = `delete from sign_in_failure where (account_key, device_key) in
   (select account_key, device_key from sign_in_failure
     where last_at < now() - case when attempts = 0 then interval '1 day' else interval '30 days' end
       and attempts < $1 limit ${BATCH_SIZE})`;

/** One batch of each table. @param maxFailures that lock an account until a reset */
export async function deleteExpired(maxFailures: number, db: Db): Promise<void> {
  for (const sql of STATEMENTS) await db.query(sql);
  await db.query(DELETE_FAILURES, [maxFailures]);
}
