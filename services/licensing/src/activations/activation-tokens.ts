import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataKey, randomSecret } from '@tessera/platform';

/** What stays the same when a device activates an application again. */
export interface TokenOwner {
  licenseId: string;
  productId: string;
  fingerprintHash: Buffer;
}

/** Of the mark, which proves the origin of a token and nothing else. */
const MARK_BYTES = 16;

/**
 * A token is a random secret, of which the database has the hash, and a mark. By its mark a replaced token is recognized as a
 * former one of the same activation and answered TOKEN_REPLACED, without a row for it.
 */
@Injectable()
export class ActivationTokens {
  constructor(private readonly dataKey: DataKey) {}

  issue(owner: TokenOwner): string {
    const secret = randomSecret();
    return `${secret}.${this.markOf(owner, secret).toString('base64url')}`;
  }

  /** Was this token, valid or not, ever issued to the owner? */
  isOf(owner: TokenOwner, token: string): boolean {
    const [secret = '', mark = ''] = token.split('.');
    const shown = Buffer.from(mark, 'base64url');
    return shown.length === MARK_BYTES && timingSafeEqual(shown, this.markOf(owner, secret));
  }

  private markOf({ licenseId, productId, fingerprintHash }: TokenOwner, secret: string): Buffer {
    const marked = [licenseId, productId, fingerprintHash.toString('hex'), secret].join(':');
    return this.dataKey.hmac(marked, 'activation-token').subarray(0, MARK_BYTES);
  }
}
