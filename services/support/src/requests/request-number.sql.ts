import type { Tx } from '@tessera/platform';

/** `T-<year>-<at least six digits>`; unique and never used again, but not without gaps: a refused request takes one. */
export async function nextNumber(tx: Tx): Promise<{ number: string; at: Date }> {
  const [row] = await tx.query<{ n: string; at: Date }>(`select nextval('request_number') as n, now() as at`);
  const { n, at } = row!;
  return { number: `T-${at.getUTCFullYear()}-${n.padStart(6, '0')}`, at };
}
