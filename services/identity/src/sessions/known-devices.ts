import { Injectable } from '@nestjs/common';
import { sha256, type Tx } from '@tessera/platform';
import { newToken } from './tokens.js';

/** Browsers from which a person has signed in: strangers' failures do not hold those up. */
@Injectable()
export class KnownDevices {
  /** The token to keep in the browser from now on: the one it came with, if that is the person's, or a new one. */
  async remember(userId: string, token: string | undefined, tx: Tx): Promise<string> {
    if (token) {
      const known = await tx.query(
        'update known_device set last_used_at = now() where token_hash = $1 and user_id = $2 returning 1',
        [sha256(token), userId],
      );
      if (known.length) return token;
    }
    const fresh = newToken('device');
    await tx.query('insert into known_device (token_hash, user_id) values ($1, $2)', [fresh.hash, userId]);
    return fresh.token;
  }
}
