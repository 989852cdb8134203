import { Inject, Injectable } from '@nestjs/common';
import type { IdempotencyState, RequestContext } from '../context/request-context.js';
import { addressKey } from '../limits/address-key.js';
import { DataKey, sha256 } from '../crypto/data-key.js';
import { Database, type Db } from '../database/database.js';
import type { OpenTransaction } from '../database/open-transaction.js';
import type { TransactionParticipant, TransactionResult } from '../database/participant.js';
import { statement, type Statement } from '../database/statement.js';
import { refuse } from '../errors/problem.js';

const PURPOSE = 'idempotent-reply';
/** How long a key is remembered. */
export const IDEMPOTENCY_TTL = '24 hours';

const FIND = `select scope, fingerprint, reply from idempotent_reply
  where scope = any($1::bytea[]) and created_at > now() - interval '${IDEMPOTENCY_TTL}'`;
const CLAIM = `select n::int from unnest($1::bigint[]) with ordinality as one (key, n)
  where pg_try_advisory_xact_lock(key)`;
const STORE = `insert into idempotent_reply (scope, fingerprint, reply)
  select * from unnest($1::bytea[], $2::bytea[], $3::bytea[])
  on conflict (scope) do update set fingerprint = excluded.fingerprint, reply = excluded.reply, created_at = now()`;

interface Stored {
  scope: Buffer;
  fingerprint: Buffer;
  reply: Buffer;
}

/** Thrown to leave a transaction that another request with the same key has already done. */
export class AlreadyDone extends Error {
  constructor(readonly reply: unknown) {
    super('already done');
  }
}

/**
 * `Idempotency-Key`: the reply is stored, encrypted, in the very transaction that has the effect, so that no crash can
 * part the two. Scope: caller, subject and key. Where nobody is signed in, the address is the caller: a key that comes back
 * with another body is refused there as everywhere, and no stranger elsewhere is in the way of anybody's keys.
 */
@Injectable()
export class IdempotentReplies implements TransactionParticipant {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DataKey) private readonly dataKey: DataKey,
  ) {}

  /** Prepares the state of a request with a key; answers the stored reply if the request was done before. */
  async begin(subject: string, input: object, ctx: RequestContext): Promise<{ reply: unknown } | null> {
    const fingerprint = this.dataKey.hmac(canonical(input), 'fingerprint');
    const caller = ctx.actor?.userId ?? `address:${addressKey(ctx.clientAddress)}`;
    const scope = sha256(JSON.stringify([caller, subject, ctx.idempotencyKey]));
    ctx.idempotency = { scope, fingerprint, claimed: false };
    return this.find(this.database, ctx.idempotency);
  }

  /**
   * Inside the transaction: locks the keys of its requests.
   * @returns for each the reason not to execute it: a concurrent duplicate, a key with another body, or
   *   {@link AlreadyDone}; null where there is none
   */
  async admit(tx: OpenTransaction, requests: readonly RequestContext[]): Promise<(Error | null)[]> {
    const states = requests.map(unclaimed);
    const keyed = states.filter((state) => state !== null);
    if (!keyed.length) return [];
    const scopes = keyed.map(({ scope }) => scope);
    // Two statements, since the second is to see what was committed until the lock was ours.
    const [locks, found] = await tx.send(
      statement(CLAIM, [scopes.map((scope) => scope.readBigInt64BE(0).toString())]),
      statement(FIND, [scopes]),
    );
    const locked = new Set((locks!.rows as { n: number }[]).map(({ n }) => keyed[n - 1]!));
    const stored = found!.rows as Stored[];
    return states.map((state) => {
      if (!state) return null;
      // The lock is the transaction's, so it would give the same key twice.
      const first = keyed.find((other) => other.scope.equals(state.scope)) === state;
      return reasonOf(() => {
        if (!locked.has(state) || !first) refuse('IDEMPOTENCY_IN_PROGRESS', { retryAfter: 1 });
        const done = this.read(stored, state);
        if (done) throw new AlreadyDone(done.reply);
      });
    });
  }

  /** Stores the replies with the commit of the effects that they answer. */
  statements({ replies }: TransactionResult): Statement[] {
    const keyed = replies.flatMap(({ ctx, reply }) => {
      const state = unclaimed(ctx);
      return state ? [{ ...state, reply }] : [];
    });
    if (!keyed.length) return [];
    return [
      statement(STORE, [
        keyed.map(({ scope }) => scope),
        keyed.map(({ fingerprint }) => fingerprint),
        keyed.map(({ reply }) => this.dataKey.encrypt(JSON.stringify(reply ?? null), PURPOSE)),
      ]),
    ];
  }

  committed({ replies }: TransactionResult): void {
    for (const { ctx } of replies) if (ctx.idempotency) ctx.idempotency.claimed = true;
  }

  private async find(db: Db, state: IdempotencyState): Promise<{ reply: unknown } | null> {
    return this.read(await db.query<Stored>(FIND, [[state.scope]]), state);
  }

  private read(rows: readonly Stored[], state: IdempotencyState): { reply: unknown } | null {
    const row = rows.find(({ scope }) => scope.equals(state.scope));
    if (!row) return null;
    if (!row.fingerprint.equals(state.fingerprint)) refuse('IDEMPOTENCY_KEY_REUSED');
    return { reply: JSON.parse(this.dataKey.decrypt(row.reply, PURPOSE).toString()) as unknown };
  }
}

/** The key of a request that has one, unless an earlier transaction of the same request has stored its reply. */
const unclaimed = ({ idempotency }: RequestContext): IdempotencyState | null =>
  idempotency && !idempotency.claimed ? idempotency : null;

function reasonOf(check: () => void): Error | null {
  try {
    check();
    return null;
  } catch (error) {
    return error as Error;
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
