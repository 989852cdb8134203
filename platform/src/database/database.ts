import { Inject, Injectable } from '@nestjs/common';
import {
  DataSource,
  type EntityManager,
  type ObjectLiteral,
  type Repository,
  type EntityTarget,
} from 'typeorm';
import { isConflict, isConnectionFailure, isNotExecuted } from '../errors/to-problem.js';
import { poolOf } from './pg-internals.js';
import { statement } from './statement.js';

/** What a repository reads and writes through: the pool, or one running transaction. */
export interface Db {
  readonly manager: EntityManager;
  query<T = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]>;
}

/** What may be asked twice: it only reads. */
const isRead = (sql: string): boolean =>
  /^\s*(\/\*[^*]*\*\/\s*)?(select|with)\b/i.test(sql) &&
  !/\b(insert\s+into|update|delete\s+from)\b/i.test(sql);

/** After a serialization failure or a deadlock. */
export const MAX_ATTEMPTS = 3;

function attemptsFor(error: unknown, sql: string): number {
  if (isConflict(error)) return MAX_ATTEMPTS;
  return isNotExecuted(error) || (isConnectionFailure(error) && isRead(sql)) ? 2 : 1;
}

/** The service's own database outside of any transaction: single statements, each of them whole or not at all. */
@Injectable()
export class Database implements Db {
  constructor(@Inject(DataSource) readonly dataSource: DataSource) {}

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  /**
   * One statement, prepared. A pooled connection that died with its server fails once, and is tried once more, unless the
   * statement writes and may have been executed. What a conflict has undone is tried again as well.
   */
  async query<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const one = statement(sql, parameters);
    for (let attempt = 1; ; attempt++) {
      try {
        return (await poolOf(this.dataSource).query(one)).rows as T[];
      } catch (error) {
        if (attempt >= attemptsFor(error, sql)) throw error;
      }
    }
  }
}

export const repositoryOf = <E extends ObjectLiteral>(db: Db, entity: EntityTarget<E>): Repository<E> =>
  db.manager.getRepository(entity);
