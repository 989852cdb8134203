import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataKey } from '../crypto/data-key.js';
import type { Db } from '../database/database.js';
import { Parameters } from '../database/parameters.js';
import { refuse } from '../errors/problem.js';

/** So many in a window of time. Those still running count as well: a burst in parallel gets no further than one in a row. */
export interface FailureLimit {
  seconds: number;
  failures: number;
}

const OVER = `w.started_at <= now() - make_interval(secs => w.seconds)`;

const mostOf = (limits: readonly FailureLimit[], p: Parameters): string => {
  const seconds = p.add(limits.map((l) => l.seconds));
  return `(${p.add(limits.map((l) => l.failures))}::int[])[array_position(${seconds}::int[], w.seconds)]`;
};

/** SQL that counts an attempt in each window that is not full, and returns their `seconds`. */
function countingAttempt(key: Buffer, limits: readonly FailureLimit[], p: Parameters): string {
  return `insert into attempt_window as w (key, seconds, started_at, attempts, failures)
    select ${p.add(key)}::bytea, n.seconds, now(), 1, 0
      from unnest(${p.add(limits.map((l) => l.seconds))}::int[]) as n (seconds) order by n.seconds
    on conflict (key, seconds) do update set
      started_at = case when ${OVER} then now() else w.started_at end,
      attempts = case when ${OVER} then 1 else w.attempts + 1 end,
      failures = case when ${OVER} then 0 else w.failures end
    where ${OVER} or w.attempts < ${mostOf(limits, p)}
    returning seconds`;
}

/**
 * SQL that changes windows of one key. Their rows are locked in the order in which {@link countingAttempt} locks them: an update
 * alone does so in the order in which it finds them, and two would wait for each other.
 */
const changing = (set: string, key: Buffer | null, limits: readonly FailureLimit[], p: Parameters): string =>
  `update attempt_window w set ${set}
     from (select key, seconds from attempt_window
            where key = ${p.add(key)}::bytea and seconds = any(${p.add(limits.map((l) => l.seconds))}::int[])
            order by seconds for no key update) held
    where w.key = held.key and w.seconds = held.seconds`;

/** SQL that takes an attempt, which ended well, out of its windows. @param key null: it is in none */
const releasingAttempt = (key: Buffer | null, limits: readonly FailureLimit[], p: Parameters): string =>
  changing('attempts = greatest(w.attempts - 1, w.failures)', key, limits, p);

/** How long an attempt waits while attempts in flight alone fill a window, and how often it tries. */
const WAIT_TIMEOUT_MS = 2_000;
const POLL_INTERVAL_MS = 50;

/**
 * Limits failures per window of time, in the service's own Postgres: shared by all instances, and atomic. An attempt is
 * counted before it is made and taken back when it was no failure, so that no burst in parallel gets further than one in
 * a row. Needs the table of {@link AttemptWindowTable1796100000000}.
 */
@Injectable()
export class FailureLimiter {
  constructor(private readonly dataKey: DataKey) {}

  /** What is counted, as its HMAC: no addresses in this table. */
  key(...parts: string[]): Buffer {
    return this.dataKey.hmac(parts.join('\0'), 'attempt-window');
  }

  /**
   * Makes an attempt that may turn out to be a failure. Many at once from behind one address are not refused for being many:
   * they wait for each other.
   * @param isFailure of what the attempt throws; everything else, like success, is taken back
   * @throws Refusal TOO_MANY_REQUESTS, and what the attempt throws
   */
  async guard<T>(
    key: Buffer,
    limits: readonly FailureLimit[],
    db: Db,
    isFailure: (error: unknown) => boolean,
    attempt: () => Promise<T>,
  ): Promise<T> {
    await this.admit(key, limits, db);
    let failed = false;
    try {
      return await attempt();
    } catch (error) {
      failed = isFailure(error);
      throw error;
    } finally {
      await (failed ? this.fail(key, limits, db) : this.release(key, limits, db));
    }
  }

  private async admit(key: Buffer, limits: readonly FailureLimit[], db: Db): Promise<void> {
    const end = performance.now() + WAIT_TIMEOUT_MS;
    while (!(await this.begin(key, limits, db))) {
      const retryAfter = await this.secondsFull(key, limits, 'failures', db);
      if (retryAfter) refuse('TOO_MANY_REQUESTS', { retryAfter });
      if (performance.now() > end) refuse('TOO_MANY_REQUESTS', { retryAfter: 1 });
      await sleep(POLL_INTERVAL_MS * (0.5 + Math.random()));
    }
  }

  /** Counts an attempt in every window, or, when one is full, in none. */
  async begin(key: Buffer, limits: readonly FailureLimit[], db: Db): Promise<boolean> {
    const p = new Parameters();
    const counted = await db.query<{ seconds: number }>(countingAttempt(key, limits, p), p.values);
    return this.settle(
      counted.map((c) => c.seconds),
      key,
      limits,
      db,
    );
  }

  /** After a statement that has counted an attempt in some windows. @param counted those that were not full, in seconds */
  async settle(
    counted: readonly number[],
    key: Buffer,
    limits: readonly FailureLimit[],
    db: Db,
  ): Promise<boolean> {
    if (counted.length === limits.length) return true;
    const begun = limits.filter((l) => counted.includes(l.seconds));
    if (begun.length) await this.release(key, begun, db);
    return false;
  }

  /** @throws Refusal TOO_MANY_REQUESTS, with the seconds until there is room again */
  async require(key: Buffer, limits: readonly FailureLimit[], db: Db): Promise<void> {
    if (await this.begin(key, limits, db)) return;
    refuse('TOO_MANY_REQUESTS', { retryAfter: (await this.secondsFull(key, limits, 'attempts', db)) || 1 });
  }

  /** An attempt ended well and counts no more. */
  async release(key: Buffer | null, limits: readonly FailureLimit[], db: Db): Promise<void> {
    const p = new Parameters();
    await db.query(releasingAttempt(key, limits, p), p.values);
  }

  async fail(key: Buffer | null, limits: readonly FailureLimit[], db: Db): Promise<void> {
    const p = new Parameters();
    const set = 'failures = w.failures + 1, attempts = greatest(w.attempts, w.failures + 1)';
    await db.query(changing(set, key, limits, p), p.values);
  }

  /** The seconds until no window is full any more; 0: none is. @param of what: failures alone, or also what still runs */
  async secondsFull(
    key: Buffer,
    limits: readonly FailureLimit[],
    of: 'failures' | 'attempts',
    db: Db,
  ): Promise<number> {
    const p = new Parameters();
    const [row] = await db.query<{ left: number | null }>(
      `select ceil(max(extract(epoch from w.started_at + make_interval(secs => w.seconds) - now())))::int as left
         from attempt_window w where w.${of} >= ${mostOf(limits, p)} and not (${OVER}) and w.key = ${p.add(key)}::bytea`,
      p.values,
    );
    return row?.left == null ? 0 : Math.max(1, row.left);
  }
}
