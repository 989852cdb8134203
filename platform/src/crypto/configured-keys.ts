import { createHmac } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { ConfigurationError } from '../configuration/environment.js';
import { dataKeysOf } from './data-key.js';

/** The keys of one variable that the data of a service depend on. */
export interface ConfiguredKeys {
  /** Its name in the environment, for who has to mend it. */
  variable: string;
  /** As configured: the first is for what is written now. */
  keys: readonly { id: string; key: Buffer }[];
  /** The oldest makes look-ups that are not made again when another key comes: it stays, as the last one. */
  oldestStays: boolean;
  /** Rows that cannot be read without the key of this id. */
  rowsWith: (id: string, query: Query) => Promise<number>;
}
export type Query = <R>(sql: string, parameters?: unknown[]) => Promise<R[]>;

interface KeyCheck {
  variable: string;
  keyId: string;
  checkValue: Buffer;
}

/** A variable of one key, which is never exchanged. */
export const singleKey = (variable: string, key: Buffer): ConfiguredKeys => ({
  variable,
  keys: [{ id: 'only', key }],
  oldestStays: true,
  rowsWith: () => Promise.resolve(0),
});

export const dataKeys = (configured: string): ConfiguredKeys => ({
  variable: 'DATA_KEY',
  keys: dataKeysOf(configured),
  oldestStays: true,
  rowsWith: sealedRows,
});

/**
 * Compares the keys with those that the database was written with, before anything is read or written with them: a wrong one would
 * make data that nobody can read once the right one is back. A key that is new leaves its check value; one that is gone must
 * not be needed any more.
 * @throws ConfigurationError that names the variables and the keys' ids, never a value
 */
export async function verifyKeys(dataSource: DataSource, all: readonly ConfiguredKeys[]): Promise<void> {
  const query: Query = (sql, parameters) => dataSource.query(sql, parameters);
  const known = await recorded(query);
  await demandKnown(all, known, query);
  for (const { variable, keys } of all) {
    // Nothing is written that is there: an instance also starts on a database that takes no writes for now.
    const isNew = ({ id }: { id: string }) => !known.some((k) => k.variable === variable && k.keyId === id);
    for (const { id, key } of keys.filter(isNew).toReversed()) {
      await query(
        `insert into key_check (variable, key_id, check_value) values ($1, $2, $3) on conflict do nothing`,
        [variable, id, checkValue(variable, id, key)],
      );
    }
  }
  // Of two instances that start for the first time with different keys, one wins.
  await demandKnown(all, await recorded(query), query);
}

function recorded(query: Query): Promise<KeyCheck[]> {
  return query<KeyCheck>(
    'select variable, key_id as "keyId", check_value as "checkValue" from key_check order by variable, seq',
  );
}

async function demandKnown(
  all: readonly ConfiguredKeys[],
  checks: readonly KeyCheck[],
  query: Query,
): Promise<void> {
  const faults: string[] = [];
  for (const configured of all) {
    const known = checks.filter(({ variable }) => variable === configured.variable);
    const fault = wrongKey(configured, known) ?? (await missingKey(configured, known, query));
    if (fault) faults.push(`${configured.variable} ${fault}`);
  }
  if (faults.length) throw new ConfigurationError(faults);
}

function wrongKey({ variable, keys }: ConfiguredKeys, known: readonly KeyCheck[]): string | null {
  const wrong = keys.find(({ id, key }) =>
    known.some(({ keyId, checkValue: kept }) => keyId === id && !kept.equals(checkValue(variable, id, key))),
  );
  if (!wrong) return null;
  return wrong.id === 'only'
    ? 'is not the key that the data of this database were written with'
    : `has another key under the id ${wrong.id} than the data of this database were written with`;
}

/** Retires keys that nothing needs. @returns what needs one that is not configured */
async function missingKey(
  { variable, keys, oldestStays, rowsWith }: ConfiguredKeys,
  known: readonly KeyCheck[],
  query: Query,
): Promise<string | null> {
  const oldest = known[0]?.keyId;
  if (oldestStays && oldest !== undefined && keys.at(-1)!.id !== oldest)
    return `must have the key ${oldest} as its last one: look-ups are made with it, whichever key encrypts`;
  for (const { keyId } of known) {
    if (keys.some(({ id }) => id === keyId)) continue;
    const rows = await rowsWith(keyId, query);
    if (rows) return `lacks the key ${keyId}, which ${rows} ${rows === 1 ? 'row needs' : 'rows need'}`;
    await query('delete from key_check where variable = $1 and key_id = $2', [variable, keyId]);
  }
  return null;
}

const checkValue = (variable: string, id: string, key: Buffer): Buffer =>
  createHmac('sha256', key).update(`tessera-key-check/1\n${variable}\n${id}`).digest();

/** What is sealed begins with the length of the key's id and the id; what is as short as this is a hash. */
const MAX_HASH_BYTES = 32;

/** Of every column that may hold something sealed. */
async function sealedRows(id: string, query: Query): Promise<number> {
  const columns = await query<{ table: string; column: string }>(
    `select quote_ident(table_name) as "table", quote_ident(column_name) as "column"
       from information_schema.columns where table_schema = current_schema() and data_type = 'bytea'`,
  );
  const prefix = Buffer.concat([Buffer.from([Buffer.byteLength(id)]), Buffer.from(id)]);
  let rows = 0;
  for (const { table, column } of columns) {
    const [counted] = await query<{ n: number }>(
      `select count(*)::int as n from ${table}
        where octet_length(${column}) > ${MAX_HASH_BYTES} and substring(${column} from 1 for $1) = $2`,
      [prefix.length, prefix],
    );
    rows += counted!.n;
  }
  return rows;
}
