import { Injectable } from '@nestjs/common';
import type { Tx } from '@tessera/platform';

@Injectable()
export class UsedChallengesRepository {
  /** @returns false if it has been answered before */
  async use(nonce: Buffer, expiresAt: Date, tx: Tx): Promise<boolean> {
    const rows = await tx.query(
      'insert into used_challenge (nonce, expires_at) values ($1, $2) on conflict do nothing returning 1',
      [nonce, expiresAt],
    );
    return rows.length > 0;
  }
}
