import { Inject, Injectable } from '@nestjs/common';
import {
  DataSource,
  type EntityManager,
  type ObjectLiteral,
  type Repository,
  type EntityTarget,
} from 'typeorm';
import { isConnectionFailure } from '../errors/to-problem.js';

/** What a repository reads and writes through: the pool, or one running transaction. */
export interface Db {
  readonly manager: EntityManager;
  query<T = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]>;
}

/** The service's own database outside of any transaction: single reads. */
@Injectable()
export class Database implements Db {
  constructor(@Inject(DataSource) readonly dataSource: DataSource) {}

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  /** One statement. A pooled connection that died with its server fails once, and is tried once more. */
  async query<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    try {
      return rows<T>(await this.dataSource.query(sql, parameters));
    } catch (error) {
      if (!isConnectionFailure(error) || !/^\s*(select|with)\b/i.test(sql)) throw error;
      return rows<T>(await this.dataSource.query(sql, parameters));
    }
  }
}

/** TypeORM answers `[rows, count]` for UPDATE and DELETE, and rows for everything else. */
export function rows<T>(result: unknown): T[] {
  const list = result as unknown[];
  return (list.length === 2 && Array.isArray(list[0]) && typeof list[1] === 'number' ? list[0] : list) as T[];
}

export const repositoryOf = <E extends ObjectLiteral>(db: Db, entity: EntityTarget<E>): Repository<E> =>
  db.manager.getRepository(entity);
