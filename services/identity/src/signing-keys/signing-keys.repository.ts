import { Injectable } from '@nestjs/common';
import { columns, Database, hydrate, repositoryOf, type Tx } from '@tessera/platform';
import { SigningKey } from './signing-key.entity.js';

const MAX_PUBLISHED = 20;

@Injectable()
export class SigningKeysRepository {
  constructor(private readonly database: Database) {}

  /** Newest first; also the key that will sign next, so that every verifier has it when it does. */
  published(): Promise<SigningKey[]> {
    return repositoryOf(this.database, SigningKey).find({
      order: { signsFrom: 'DESC' },
      take: MAX_PUBLISHED,
    });
  }

  /** The key that signs now. */
  async current(): Promise<SigningKey | null> {
    const [row] = await this.database.query(
      `select ${columns(SigningKey)} from signing_key
        where signs_from <= now() and (signs_until is null or signs_until > now())
        order by signs_from desc limit 1`,
    );
    return row ? hydrate(SigningKey, row) : null;
  }

  /** Lets one instance at a time rotate. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('tessera:signing-key', 0))`);
  }

  /** @returns whether the newest key will have served its days in `hoursBefore` hours; null: there is none */
  async isDue(days: number, hoursBefore: number, tx: Tx): Promise<boolean | null> {
    const [newest] = await tx.query<{ due: boolean }>(
      `select signs_from <= now() - make_interval(days => $1, hours => -$2::int) as due
         from signing_key where signs_until is null order by signs_from desc limit 1`,
      [days, hoursBefore],
    );
    return newest?.due ?? null;
  }

  /** Adds the key that signs from then on, instead of the newest. */
  async add(
    key: Pick<SigningKey, 'kid' | 'publicX' | 'privateSealed'>,
    inHours: number,
    tx: Tx,
  ): Promise<void> {
    await tx.query(
      `update signing_key set signs_until = now() + make_interval(hours => $1) where signs_until is null`,
      [inHours],
    );
    await tx.query(
      `insert into signing_key (kid, public_x, private_sealed, signs_from)
       values ($1, $2, $3, now() + make_interval(hours => $4))`,
      [key.kid, key.publicX, key.privateSealed, inHours],
    );
  }

  async deleteUnused(afterHours: number, tx: Tx): Promise<void> {
    await tx.query('delete from signing_key where signs_until < now() - make_interval(hours => $1)', [
      afterHours,
    ]);
  }
}
