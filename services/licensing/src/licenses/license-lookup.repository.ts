import { Injectable } from '@nestjs/common';
import { repositoryOf, type Db, type Tx } from '@tessera/platform';
import type { LicenseCredential } from '../codes/license-credential.js';
import { License } from './license.entity.js';
import { LICENSE_COLUMNS, toLicense, type LicenseRow } from './license.sql.js';

const SELECT = `select ${LICENSE_COLUMNS} from license l join license_entry e on e.license_id = l.id`;

const WHERE: Record<LicenseCredential['by'], string> = {
  code: 'l.code_lookup = $1',
  key_file: 'l.id = (select license_id from license_entry where id = $1)',
};

const valueOf = (credential: LicenseCredential): unknown =>
  credential.by === 'code' ? credential.lookup : credential.entryId;

/**
 * Licenses found by their credential, or by the vendor's staff, whichever company they belong to. What belongs to a
 * company is read through LicensesRepository.
 */
@Injectable()
export class LicenseLookup {
  /**
   * The license with all its entries, locked until the transaction ends. The entries are locked too: a statement that
   * waited returns the latest version of the rows that it locks, and an older one of all others.
   */
  async lock(credential: LicenseCredential, tx: Tx): Promise<License | null> {
    return this.one(
      `${SELECT} where ${WHERE[credential.by]} order by e.position for no key update of l, e`,
      credential,
      tx,
    );
  }

  /** As {@link lock}, by the id that the API gives a license. */
  async lockEntry(entryId: string, tx: Tx): Promise<License | null> {
    return this.lock({ by: 'key_file', entryId }, tx);
  }

  async find(credential: LicenseCredential, db: Db): Promise<License | null> {
    return this.one(`${SELECT} where ${WHERE[credential.by]} order by e.position`, credential, db);
  }

  async findById(id: string, db: Db): Promise<License | null> {
    return toLicense(await db.query<LicenseRow>(`${SELECT} where l.id = $1 order by e.position`, [id]));
  }

  async saveBlock(license: License, tx: Tx): Promise<void> {
    const { id, blockedAt, blockReason } = license;
    const version = ++license.version;
    await repositoryOf(tx, License).update({ id }, { blockedAt, blockReason, version });
  }

  private async one(sql: string, credential: LicenseCredential, db: Db): Promise<License | null> {
    return toLicense(await db.query<LicenseRow>(sql, [valueOf(credential)]));
  }
}
