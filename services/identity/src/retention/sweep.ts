import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, Job } from '@tessera/platform';
import type { Config } from '../config.js';

const EVERY_MS = 5 * 60_000;
const BATCH = 2_000;

const oldest = (table: string, key: string, where: string): string =>
  `delete from ${table} where ${key} in (select ${key} from ${table} where ${where} limit ${BATCH})`;

const statements = (config: Config): string[] => [
  // The sealed successor is a secret that is of use for seconds.
  `update refresh_token set successor_sealed = null
    where successor_sealed is not null and used_at < now() - interval '1 minute'`,
  oldest('access_token', 'token_hash', `expires_at < now()`),
  // With its tokens, by cascade; a spent one that comes back later is as unknown as any other.
  oldest('session', 'id', `refresh_until < now() and expires_at < now()`),
  oldest('link', 'id', `expires_at < now() - interval '30 days'`),
  // Never activated (IDC-019), or done with; a claim that still runs keeps its registration.
  `delete from registration where id in (select r.id from registration r
     where r.created_at < now() - interval '30 days' and not exists
       (select 1 from license_claim c where c.registration_id = r.id and c.state = 'pending') limit ${BATCH})`,
  oldest('attempt_window', 'key', `started_at < now() - interval '2 days'`),
  // Those locked for good stay so until a reset.
  `delete from sign_in_failure where (account_key, device_key) in
     (select account_key, device_key from sign_in_failure
       where last_at < now() - case when attempts = 0 then interval '1 day' else interval '30 days' end
         and attempts < ${config.SIGN_IN_MAX_FAILURES} limit ${BATCH})`,
  oldest('known_device', 'token_hash', `last_used_at < now() - interval '400 days'`),
];

/** Deletes what has outlived its use, in small batches; any number of instances may. */
@Injectable()
export class Sweep {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  @Job({ name: 'identity-retention', everyMs: EVERY_MS })
  async run(): Promise<void> {
    for (const sql of statements(this.config)) await this.database.query(sql);
  }
}
