import pg from 'pg';

export interface OpenDatabase {
  query<T = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

/** A service's database for an operator's command: one connection, without the service. */
export async function openDatabase(url: string): Promise<OpenDatabase> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'tessera-operate',
    statement_timeout: 60_000,
  });
  await client.connect();
  return {
    query: async <T>(sql: string, parameters: unknown[] = []) =>
      (await client.query(sql, parameters)).rows as T[],
    close: () => client.end(),
  };
}
