import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, refuse, uuidv7 } from '@tessera/platform';
import { isIPv6 } from 'node:net';
import type { Config } from '../config.js';

/** Failures are counted, successes are not: a whole office sits behind one address. */
@Injectable()
export class EnrollmentFailures {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Refusal TOO_MANY_REQUESTS with the seconds until the oldest failure is forgotten */
  async check(clientAddress: string | null): Promise<void> {
    const [row] = await this.database.query<{ failures: number; wait: number | null }>(
      `select count(*)::int as failures,
              ceil(extract(epoch from min(failed_at) + interval '1 hour' - now()))::int as wait
         from enrollment_failure where address = $1 and failed_at > now() - interval '1 hour'`,
      [addressKey(clientAddress)],
    );
    if (row!.failures >= this.config.ENROLLMENT_FAILURES_PER_HOUR)
      refuse('TOO_MANY_REQUESTS', { retryAfter: Math.max(1, row!.wait ?? 1) });
  }

  async note(clientAddress: string | null): Promise<void> {
    await this.database.query(
      'insert into enrollment_failure (id, address, failed_at) values ($1, $2, now())',
      [uuidv7(), addressKey(clientAddress)],
    );
  }
}

/** One household or machine has a whole /64 of IPv6. Without an address the limit holds for all of them together. */
export function addressKey(address: string | null): string {
  if (!address) return 'unknown';
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((g) => g.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
