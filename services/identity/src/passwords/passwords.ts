import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import { hashRaw } from '@node-rs/argon2';
import { CONFIG, refuse } from '@tessera/platform';
import pLimit from 'p-limit';
import type { Config } from '../config.js';
import { pepperId } from './peppers.js';
import { readPhc, writePhc, type HashParameters } from './phc.js';

/**
 * As many as there are cores, and libuv's four threads at most. More only take the memory's bandwidth and the caches from
 * each other: on two cores, two at once are 30 hashes a second, and four are 26.
 */
const MAX_CONCURRENCY = Math.min(4, availableParallelism());
/** A request that would wait longer than its time is refused at once: 32 hashes on each core take under three seconds. */
const MAX_QUEUE_LENGTH = 32 * MAX_CONCURRENCY;
const SALT_BYTES = 16;
/** argon2id in the numbering of the library, whose enum is not there at run time. */
const ARGON2ID = 2;

/**
 * Passwords at rest: argon2id, then HMAC-SHA-256 under a pepper that is not in the database (spec/security.md).
 * Input is NFC-normalised and otherwise taken as it is.
 */
@Injectable()
export class Passwords {
  private readonly limit = pLimit(MAX_CONCURRENCY);
  private readonly peppers: Map<string, Buffer>;
  private readonly current: HashParameters;
  private readonly dummySalt = randomBytes(SALT_BYTES);

  constructor(@Inject(CONFIG) config: Config) {
    this.peppers = new Map(config.PASSWORD_PEPPER.map((pepper) => [pepperId(pepper), pepper]));
    this.current = {
      memoryKib: config.ARGON2_MEMORY_KIB,
      iterations: config.ARGON2_ITERATIONS,
      parallelism: config.ARGON2_PARALLELISM,
      keyId: [...this.peppers.keys()][0]!,
    };
  }

  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    return writePhc({ ...this.current, salt, mac: await this.derive(password, salt, this.current) });
  }

  /**
   * @param stored null where there is no password to compare with; the work is the same
   * @returns whether it fits, and whether it should be hashed again with today's parameters
   */
  async verify(password: string, stored: string | null): Promise<{ fits: boolean; outdated: boolean }> {
    const known = stored === null ? null : readPhc(stored);
    const usable = known && this.peppers.has(known.keyId) ? known : null;
    const mac = await this.derive(password, usable?.salt ?? this.dummySalt, usable ?? this.current);
    const fits = timingSafeEqual(mac, usable?.mac ?? randomBytes(mac.length)) && usable !== null;
    return { fits, outdated: fits && this.isOutdated(usable!) };
  }

  private isOutdated(p: HashParameters): boolean {
    const now = this.current;
    return (
      p.keyId !== now.keyId ||
      p.memoryKib !== now.memoryKib ||
      p.iterations !== now.iterations ||
      p.parallelism !== now.parallelism
    );
  }

  private async derive(password: string, salt: Buffer, p: HashParameters): Promise<Buffer> {
    if (this.limit.pendingCount >= MAX_QUEUE_LENGTH) refuse('UNAVAILABLE', { retryAfter: 2 });
    const output = await this.limit(() =>
      hashRaw(password.normalize('NFC'), {
        algorithm: ARGON2ID as never,
        memoryCost: p.memoryKib,
        timeCost: p.iterations,
        parallelism: p.parallelism,
        outputLen: 32,
        salt,
      }),
    );
    return createHmac('sha256', this.peppers.get(p.keyId)!).update(output).digest();
  }
}
