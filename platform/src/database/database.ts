import { Inject, Injectable } from '@nestjs/common';
import {
  DataSource,
  type EntityManager,
  type ObjectLiteral,
  type Repository,
  type EntityTarget,
} from 'typeorm';
import type { Pool } from 'pg';
import { isConnectionFailure } from '../errors/to-problem.js';
import { statement } from './statement.js';

/** What a repository reads and writes through: the pool, or one running transaction. */
export interface Db {
  readonly manager: EntityManager;
  query<T = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]>;
}

/** What may be asked twice. */
const READ = /^\s*(\/\*[^*]*\*\/\s*)?(select|with)\b/i;

/** The service's own database outside of any transaction: single reads. */
@Injectable()
export class Database implements Db {
  constructor(@Inject(DataSource) readonly dataSource: DataSource) {}

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  /** One statement, prepared. A pooled connection that died with its server fails once, and is tried once more. */
  async query<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const one = statement(sql, parameters);
    try {
      return (await this.pool.query(one)).rows as T[];
    } catch (error) {
      if (!isConnectionFailure(error) || !READ.test(sql)) throw error;
      return (await this.pool.query(one)).rows as T[];
    }
  }

  /** TypeORM's own pool: statements of ours and of its repositories share the connections. */
  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}

export const repositoryOf = <E extends ObjectLiteral>(db: Db, entity: EntityTarget<E>): Repository<E> =>
  db.manager.getRepository(entity);
