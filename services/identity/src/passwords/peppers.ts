import { createHash } from 'node:crypto';
import type { ConfiguredKeys } from '@tessera/platform';

/** Names a pepper without telling it. */
export const pepperId = (pepper: Buffer): string =>
  createHash('sha256').update('tessera:pepper-id').update(pepper).digest().subarray(0, 6).toString('base64');

/** A pepper may go when no password was hashed with it; until then it is asked for at every start. */
export const peppersOf = (peppers: readonly Buffer[]): ConfiguredKeys => ({
  variable: 'PASSWORD_PEPPER',
  keys: peppers.map((key) => ({ id: pepperId(key), key })),
  oldestStays: false,
  rowsWith: async (id, query) => {
    const [counted] = await query<{ n: number }>(
      `select count(*)::int as n from user_account where strpos(password_hash, ',keyid=' || $1 || '$') > 0`,
      [id],
    );
    return counted!.n;
  },
});
