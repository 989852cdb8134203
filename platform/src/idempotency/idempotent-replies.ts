import { Inject, Injectable } from '@nestjs/common';
import type { IdempotencyState, RequestContext } from '../context/request-context.js';
import { DataKey, sha256 } from '../crypto/data-key.js';
import { Database, type Db } from '../database/database.js';
import type { Tx } from '../database/transaction.js';
import { refuse } from '../errors/problem.js';

const PURPOSE = 'idempotent-reply';
/** How long a key is remembered. */
export const IDEMPOTENCY_TTL = '24 hours';

/** Thrown to leave a transaction that another request with the same key has already done. */
export class AlreadyDone extends Error {
  constructor(readonly reply: unknown) {
    super('already done');
  }
}

/**
 * `Idempotency-Key`: the reply is stored, encrypted, in the very transaction that has the effect, so that no crash can
 * part the two. Scope: caller, subject and key; without a caller, the body's HMAC too.
 */
@Injectable()
export class IdempotentReplies {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DataKey) private readonly dataKey: DataKey,
  ) {}

  /** Prepares the state of a request with a key; answers the stored reply if the request was done before. */
  async begin(subject: string, input: object, ctx: RequestContext): Promise<{ reply: unknown } | null> {
    const fingerprint = this.dataKey.hmac(canonical(input), 'fingerprint');
    const caller = ctx.actor?.userId ?? `anonymous:${fingerprint.toString('hex')}`;
    const scope = sha256(JSON.stringify([caller, subject, ctx.idempotencyKey]));
    ctx.idempotency = { scope, fingerprint, claimed: false };
    return this.find(this.database, ctx.idempotency);
  }

  /** Inside the transaction: refuses a concurrent duplicate, leaves with {@link AlreadyDone} for a finished one. */
  async claim(tx: Tx, state: IdempotencyState): Promise<void> {
    const [row] = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1::bigint) as mine', [
      state.scope.readBigInt64BE(0).toString(),
    ]);
    if (!row!.mine) refuse('IDEMPOTENCY_IN_PROGRESS', { retryAfter: 1 });
    const done = await this.find(tx, state);
    if (done) throw new AlreadyDone(done.reply);
  }

  async store(tx: Tx, state: IdempotencyState, reply: unknown): Promise<void> {
    const sealed = this.dataKey.encrypt(JSON.stringify(reply ?? null), PURPOSE);
    await tx.query('delete from idempotent_reply where scope = $1', [state.scope]);
    await tx.query('insert into idempotent_reply (scope, fingerprint, reply) values ($1, $2, $3)', [
      state.scope,
      state.fingerprint,
      sealed,
    ]);
  }

  private async find(db: Db, state: IdempotencyState): Promise<{ reply: unknown } | null> {
    const [row] = await db.query<{ fingerprint: Buffer; reply: Buffer }>(
      `select fingerprint, reply from idempotent_reply
        where scope = $1 and created_at > now() - interval '${IDEMPOTENCY_TTL}'`,
      [state.scope],
    );
    if (!row) return null;
    if (!row.fingerprint.equals(state.fingerprint)) refuse('IDEMPOTENCY_KEY_REUSED');
    return { reply: JSON.parse(this.dataKey.decrypt(row.reply, PURPOSE).toString()) as unknown };
  }
}

/** JSON with sorted keys, so that the order in which a client writes its fields does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}
