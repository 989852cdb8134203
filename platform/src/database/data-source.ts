import { DataSource, type MixedList } from 'typeorm';
import type { Logger } from 'pino';

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
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      statement_timeout: STATEMENT_TIMEOUT,
      idle_in_transaction_session_timeout: 15_000,
    },
  });
}
