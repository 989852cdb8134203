import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataKey, type Tx } from '@tessera/platform';
import { UsedChallengesRepository } from './used-challenges.repository.js';

const NONCE_BYTES = 16;
const EXPIRY_BYTES = 6;
const MAC_BYTES = 16;
const PURPOSE = 'device-challenge';
/** How long an answer may take, in milliseconds. */
const LIFETIME_MS = 60_000;

/**
 * Nonces for devices to sign. Nothing is stored when one is made, so that a flood of requests costs nothing: it carries
 * its expiry under an HMAC. It is written down when it is answered, so that an answer counts once.
 */
@Injectable()
export class Challenges {
  constructor(
    private readonly dataKey: DataKey,
    private readonly used: UsedChallengesRepository,
  ) {}

  make(): { challenge: string; expiresAt: Date } {
    const expiresAt = new Date(Date.now() + LIFETIME_MS);
    const body = Buffer.concat([randomBytes(NONCE_BYTES), Buffer.alloc(EXPIRY_BYTES)]);
    body.writeUIntBE(expiresAt.getTime(), NONCE_BYTES, EXPIRY_BYTES);
    return { challenge: Buffer.concat([body, this.mac(body)]).toString('base64url'), expiresAt };
  }

  /** Whether it was made here and has not expired. */
  isGenuine(challenge: string): boolean {
    const bytes = Buffer.from(challenge, 'base64url');
    if (bytes.length !== NONCE_BYTES + EXPIRY_BYTES + MAC_BYTES || bytes.toString('base64url') !== challenge)
      return false;
    const body = bytes.subarray(0, NONCE_BYTES + EXPIRY_BYTES);
    const made = timingSafeEqual(bytes.subarray(NONCE_BYTES + EXPIRY_BYTES), this.mac(body));
    return made && body.readUIntBE(NONCE_BYTES, EXPIRY_BYTES) > Date.now();
  }

  /** @returns false if it has been answered before */
  async use(challenge: string, tx: Tx): Promise<boolean> {
    const bytes = Buffer.from(challenge, 'base64url');
    return this.used.use(
      bytes.subarray(0, NONCE_BYTES),
      new Date(bytes.readUIntBE(NONCE_BYTES, EXPIRY_BYTES)),
      tx,
    );
  }

  private mac(body: Buffer): Buffer {
    return this.dataKey.hmac(body, PURPOSE).subarray(0, MAC_BYTES);
  }
}
