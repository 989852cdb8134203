import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataKey } from '@tessera/platform';

const NONCE_BYTES = 16;
const MAC_BYTES = 16;
const PURPOSE = 'device-continuity';

/**
 * What each session of a device gives for the next one to show. It carries an HMAC over the device and its epoch, so that a
 * copy that has fallen behind in this enrollment can be told from a caller that only holds the key: the one is a
 * double, the other shows no value of this enrollment.
 */
@Injectable()
export class Continuities {
  constructor(private readonly dataKey: DataKey) {}

  make(deviceId: string, epoch: number): string {
    const nonce = randomBytes(NONCE_BYTES);
    return Buffer.concat([nonce, this.mac(nonce, deviceId, epoch)]).toString('base64url');
  }

  /** Whether some session of this epoch gave it. */
  isOf(shown: string, deviceId: string, epoch: number): boolean {
    const bytes = Buffer.from(shown, 'base64url');
    if (bytes.length !== NONCE_BYTES + MAC_BYTES) return false;
    return timingSafeEqual(
      bytes.subarray(NONCE_BYTES),
      this.mac(bytes.subarray(0, NONCE_BYTES), deviceId, epoch),
    );
  }

  private mac(nonce: Buffer, deviceId: string, epoch: number): Buffer {
    const text = `${deviceId}\n${epoch}\n${nonce.toString('base64url')}`;
    return this.dataKey.hmac(text, PURPOSE).subarray(0, MAC_BYTES);
  }
}
