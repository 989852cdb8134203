import type { EntityTarget, FindOptionsWhere, ObjectLiteral, Repository } from 'typeorm';
import { refuse } from '../errors/problem.js';
import { repositoryOf, type Db } from './database.js';
import type { Tx } from './transaction.js';

export interface TenantRow extends ObjectLiteral {
  id: string;
  companyId: string;
  version: number;
}

/**
 * Rows of one company. The company is the first argument of every method, and no method goes without it:
 * another company's id is the same as a random one.
 */
export abstract class TenantRepository<E extends TenantRow> {
  constructor(protected readonly entity: EntityTarget<E>) {}

  async find(companyId: string, id: string, db: Db): Promise<E | null> {
    return this.rows(db).findOneBy(this.key(companyId, id));
  }

  /** @throws Refusal NOT_FOUND, also for another company's row */
  async get(companyId: string, id: string, db: Db): Promise<E> {
    return (await this.find(companyId, id, db)) ?? refuse('NOT_FOUND');
  }

  /** Reads the row and holds it until the transaction ends. */
  async lock(companyId: string, id: string, tx: Tx): Promise<E> {
    const row = await this.rows(tx).findOne({
      where: this.key(companyId, id),
      lock: { mode: 'pessimistic_write' },
    });
    return row ?? refuse('NOT_FOUND');
  }

  async insert(companyId: string, row: E, tx: Tx): Promise<E> {
    if (row.companyId !== companyId) throw new Error('a row must be of the company that inserts it');
    await this.rows(tx).insert(row as never);
    return row;
  }

  /**
   * Writes the whole row that was read at `row.version` and counts the version up, in the row and in the object.
   * @throws Refusal CONFLICT when someone else has written it since
   */
  async update(companyId: string, row: E, tx: Tx): Promise<E> {
    const before = row.version;
    const patch = { ...row, version: before + 1 };
    const { affected } = await this.rows(tx).update(
      { ...this.key(companyId, row.id), version: before } as FindOptionsWhere<E>,
      patch as never,
    );
    if (affected !== 1) refuse('CONFLICT');
    row.version = before + 1;
    return row;
  }

  async delete(companyId: string, id: string, tx: Tx): Promise<void> {
    const { affected } = await this.rows(tx).delete(this.key(companyId, id));
    if (affected !== 1) refuse('NOT_FOUND');
  }

  protected rows(db: Db): Repository<E> {
    return repositoryOf(db, this.entity);
  }

  protected key(companyId: string, id: string): FindOptionsWhere<E> {
    return { id, companyId } as FindOptionsWhere<E>;
  }
}
