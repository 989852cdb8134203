import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, refuse, type Tx } from '@tessera/platform';
import type { Config } from '../config.js';
import { UsersRepository } from '../users/users.repository.js';
import { FormerPasswordsRepository } from './former-passwords.repository.js';
import { requireGoodPassword, type Owner } from './password-policy.js';
import { Passwords } from './passwords.js';

/** The present one and those before it that must not come back (CON-03). */
const BARRED_PASSWORDS = 8;
const PRODUCT = 'Tessera';

/** The same rules wherever a password is set: at activation, at change, at reset (IDC-029). */
@Injectable()
export class NewPasswords {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly formerPasswords: FormerPasswordsRepository,
    private readonly users: UsersRepository,
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
    for (const { hash } of await this.formerPasswords.newest(userId, BARRED_PASSWORDS, this.database)) {
      const { fits } = await this.passwords.verify(password, hash);
      if (fits) {
        const detail = `must differ from the last ${BARRED_PASSWORDS} passwords`;
        refuse('PASSWORD_POLICY', { errors: [{ field: 'password', code: 'USED_BEFORE', detail }] });
      }
    }
  }

  /** Puts the hash in force. @returns the account's new version */
  async store(userId: string, hash: string, tx: Tx): Promise<number> {
    const version = await this.users.setPassword(userId, hash, tx);
    await this.formerPasswords.add(userId, hash, BARRED_PASSWORDS, tx);
    return version;
  }
}
