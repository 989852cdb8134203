import { Injectable } from '@nestjs/common';
import { sha256, type Parameters } from '@tessera/platform';
import { newToken } from './tokens.js';

/** Browsers from which a person has signed in: strangers' failures do not hold those up. */
@Injectable()
export class KnownDevices {
  /**
   * CTEs that note a sign-in of the one user in `person`, and the token to keep in the browser from now on: the one it
   * came with, if `used` has a row, or the new one.
   */
  remembering(token: string | undefined, p: Parameters): { sql: string; fresh: string } {
    const fresh = newToken('device');
    const sql = `
      used as (
        update known_device d set last_used_at = now() from person
         where d.token_hash = ${p.add(token ? sha256(token) : null)} and d.user_id = person.id returning 1),
      met as (
        insert into known_device (token_hash, user_id)
        select ${p.add(fresh.hash)}::bytea, id from person where not exists (select from used))`;
    return { sql, fresh: fresh.token };
  }
}
