import type { ClientBase } from 'pg';
import type { Logger } from 'pino';
import { DataSource, type MixedList } from 'typeorm';
import { destroyOnReadTimeout } from './pg-internals.js';
import { typeParsers } from './timestamps.js';

export interface DataSourceOptions {
  url: string;
  entities: MixedList<Function>; // eslint-disable-line @typescript-eslint/no-unsafe-function-type -- TypeORM's own type
  migrations: MixedList<Function>; // eslint-disable-line @typescript-eslint/no-unsafe-function-type
  poolSize: number;
  applicationName: string;
  logger: Logger;
}

/** How long one statement may run where no request's deadline says less, in milliseconds. */
const STATEMENT_TIMEOUT = 10_000;
/** A server that has not answered a statement by then is out of reach, in milliseconds. */
export const READ_TIMEOUT_MS = STATEMENT_TIMEOUT + 2_000;

/** The service's pool. Bounded waits everywhere: for a connection, for a statement, for an idle transaction. */
export function makeDataSource(o: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: o.url,
    entities: o.entities,
    migrations: o.migrations,
    migrationsTableName: 'migration',
    synchronize: false,
    migrationsRun: false,
    logging: false,
    applicationName: o.applicationName,
    poolSize: o.poolSize,
    poolErrorHandler: (error: Error) => o.logger.warn({ err: error }, 'an idle database connection failed'),
    extra: {
      // Statements that are sent together go on the wire together (Transaction); each still has its own answer.
      pipeline: true,
      types: typeParsers,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      onConnect: (client: ClientBase) => destroyOnReadTimeout(client, READ_TIMEOUT_MS),
      statement_timeout: STATEMENT_TIMEOUT,
      idle_in_transaction_session_timeout: 15_000,
    },
  });
}
