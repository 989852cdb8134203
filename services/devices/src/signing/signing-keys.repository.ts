import { Injectable } from '@nestjs/common';
import { columns, hydrate, type Db } from '@tessera/platform';
import { SigningKey } from './signing-key.entity.js';

@Injectable()
export class SigningKeysRepository {
  /** The current one first. */
  async list(db: Db): Promise<SigningKey[]> {
    const rows = await db.query(
      `select ${columns(SigningKey)} from signing_key order by current desc, created_at desc limit 10`,
    );
    return rows.map((row) => hydrate(SigningKey, row));
  }

  /** Unless another instance has made one. */
  async insertFirst(key: Pick<SigningKey, 'id' | 'publicKey' | 'sealedPrivateKey'>, db: Db): Promise<void> {
    await db.query(
      `insert into signing_key (id, public_key, sealed_private_key, current, created_at)
       values ($1, $2, $3, true, now()) on conflict do nothing`,
      [key.id, key.publicKey, key.sealedPrivateKey],
    );
  }
}
