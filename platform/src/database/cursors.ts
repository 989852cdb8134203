import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataKey } from '../crypto/data-key.js';
import { refuse } from '../errors/problem.js';

/** A page of a list, as every list answers it. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

const MAC = 16;

/**
 * Keyset cursors: the sort values of the last row shown, sealed with an HMAC over them and over the scope (company,
 * list and filters), so that a cursor can be neither forged nor carried to another list.
 */
@Injectable()
export class Cursors {
  constructor(@Inject(DataKey) private readonly dataKey: DataKey) {}

  encode(values: readonly (string | number | null)[], scope: string): string {
    const body = Buffer.from(JSON.stringify(values));
    return Buffer.concat([this.mac(body, scope), body]).toString('base64url');
  }

  /** @throws Refusal VALIDATION_FAILED for anything that {@link encode} did not make for this scope */
  decode(cursor: string, scope: string): (string | number | null)[] {
    const bytes = Buffer.from(cursor, 'base64url');
    const body = bytes.subarray(MAC);
    if (bytes.length <= MAC || !timingSafeEqual(bytes.subarray(0, MAC), this.mac(body, scope))) {
      refuse('VALIDATION_FAILED', {
        errors: [{ field: 'cursor', code: 'MALFORMED', detail: 'is not a cursor of this list' }],
      });
    }
    return JSON.parse(body.toString()) as (string | number | null)[];
  }

  /** Cuts a page out of `limit + 1` rows that were read, and makes the cursor of the next one. */
  page<R, T>(
    read: readonly R[],
    limit: number,
    scope: string,
    keys: (row: R) => readonly (string | number | null)[],
    view: (row: R) => T,
  ): Page<T> {
    const shown = read.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(view),
      nextCursor: read.length > limit && last ? this.encode(keys(last), scope) : null,
    };
  }

  private mac(body: Buffer, scope: string): Buffer {
    return this.dataKey.hmac(Buffer.concat([Buffer.from(`${scope}\0`), body]), 'cursor').subarray(0, MAC);
  }
}
