import { Injectable } from '@nestjs/common';
import { columns, hydrate, repositoryOf, type Tx } from '@tessera/platform';
import { Registration } from './registration.entity.js';

export type NewRegistration = Omit<Registration, 'activatedAt' | 'founderId' | 'version' | 'createdAt'> &
  Partial<Pick<Registration, 'activatedAt' | 'founderId'>>;

const REGISTRATION = columns(Registration, 'r');

@Injectable()
export class RegistrationsRepository {
  async insert(registration: NewRegistration, tx: Tx): Promise<void> {
    await repositoryOf(tx, Registration).insert(registration);
  }

  /** @returns null where there is none, or it is activated already */
  async activate(id: string, tx: Tx): Promise<Registration | null> {
    const [row] = await tx.query(
      `update registration r set activated_at = now(), version = version + 1 where id = $1 and activated_at is null
       returning ${REGISTRATION}`,
      [id],
    );
    return row ? hydrate(Registration, row) : null;
  }

  /** What was needed for the claim alone is kept no longer. */
  async deleteCredential(id: string, tx: Tx): Promise<void> {
    await repositoryOf(tx, Registration).update(id, { codeSealed: null, keyFileSealed: null });
  }
}
