import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, refuse, uuidv7, type Tx } from '@tessera/platform';
import type { Config } from '../config.js';
import { requireGoodPassword, type Owner } from './password-policy.js';
import { Passwords } from './passwords.js';

/** The present one and those before it that must not come back (CON-03). */
const BARRED = 8;
const PRODUCT = 'Tessera';

/** The same rules wherever a password is set: at activation, at change, at reset (IDC-029). */
@Injectable()
export class NewPasswords {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly passwords: Passwords,
  ) {}

  /**
   * Checks the rules and makes the hash. It takes a while, so it stands outside of every transaction.
   * @param userId null for an account that does not exist yet
   * @throws Refusal PASSWORD_POLICY with one entry per broken rule
   */
  async make(password: string, owner: Owner, userId: string | null): Promise<string> {
    const words = [...(owner.words ?? []), PRODUCT, new URL(this.config.PUBLIC_URL).hostname];
    requireGoodPassword(this.config.PASSWORD_PROFILE, password, { email: owner.email, words });
    if (userId) await this.requireNotUsedLately(password, userId);
    return this.passwords.hash(password);
  }

  private async requireNotUsedLately(password: string, userId: string): Promise<void> {
    const used = await this.database.query<{ hash: string }>(
      `select hash from password_history where user_id = $1 order by id desc limit ${BARRED}`,
      [userId],
    );
    for (const { hash } of used) {
      const { fits } = await this.passwords.verify(password, hash);
      if (fits) {
        const detail = `must differ from the last ${BARRED} passwords`;
        refuse('PASSWORD_POLICY', { errors: [{ field: 'password', code: 'USED_BEFORE', detail }] });
      }
    }
  }

  /** Puts the hash in force; answers the account's new version. */
  async store(userId: string, hash: string, tx: Tx): Promise<number> {
    const [user] = await tx.query<{ version: number }>(
      `update user_account set password_hash = $2, password_changed_at = now(),
         activated_at = coalesce(activated_at, now()), version = version + 1 where id = $1 returning version`,
      [userId, hash],
    );
    await tx.query('insert into password_history (id, user_id, hash) values ($1, $2, $3)', [
      uuidv7(),
      userId,
      hash,
    ]);
    await tx.query(
      `delete from password_history where user_id = $1 and id not in
         (select id from password_history where user_id = $1 order by id desc limit ${BARRED})`,
      [userId],
    );
    return user?.version ?? refuse('NOT_FOUND');
  }
}
