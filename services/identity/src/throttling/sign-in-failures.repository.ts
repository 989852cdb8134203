import { Injectable } from '@nestjs/common';
import { Database, repositoryOf, type Db } from '@tessera/platform';
import { SignInFailure } from './sign-in-failure.entity.js';

/** By what an attempt is counted. */
export interface AttemptKey {
  accountKey: Buffer;
  deviceKey: Buffer;
}

@Injectable()
export class SignInFailuresRepository {
  constructor(private readonly database: Database) {}

  /**
   * Counts a failure; an attempt that was `locked` out is none, and takes the same statement.
   * @param waits seconds after 1, 2, 3 … failures
   * @returns the failures in a row
   */
  async add({ accountKey, deviceKey }: AttemptKey, locked: boolean, waits: number[]): Promise<number> {
    const [row] = await this.database.query<{ failures: number }>(
      `update sign_in_failure f set failures = f.failures + $3, attempts = greatest(f.attempts, f.failures + $3),
         retry_at = case when $3 = 0 then f.retry_at
           else now() + make_interval(secs => ($4::int[])[least(f.failures + 1, $5)]) end
       where account_key = $1 and device_key = $2 returning failures`,
      [accountKey, deviceKey, locked ? 0 : 1, waits, waits.length],
    );
    return row?.failures ?? 0;
  }

  /** An attempt that has neither failed nor succeeded. */
  async release({ accountKey, deviceKey }: AttemptKey): Promise<void> {
    await this.database.query(
      `update sign_in_failure set attempts = greatest(attempts - 1, failures)
        where account_key = $1 and device_key = $2`,
      [accountKey, deviceKey],
    );
  }

  async deleteAll(accountKey: Buffer, db: Db): Promise<void> {
    await repositoryOf(db, SignInFailure).delete({ accountKey });
  }
}
