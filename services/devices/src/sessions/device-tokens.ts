import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, DataKey, refuse } from '@tessera/platform';
import type { Config } from '../config.js';

const PURPOSE = 'device-token';

export interface DeviceIdentity {
  deviceId: string;
  companyId: string;
  epoch: number;
  /** Of the session that gave the token; null: given by the release before, which does not tell. */
  session: string | null;
}

/** Names a session by what it gave for the next one: when that one is opened, tokens of this one are void. */
export const sessionOf = (continuity: Buffer): string => continuity.subarray(0, 9).toString('base64url');

type Content = [deviceId: string, companyId: string, epoch: number, expiresAt: number, session?: string];

/**
 * Tokens of devices: who it is, until when, and an HMAC, so that a check-in costs neither a signature nor a row of its
 * own. A token says nothing about the epoch and the session that hold
 * now: every check-in compares them with the device's row.
 */
@Injectable()
export class DeviceTokens {
  constructor(
    private readonly dataKey: DataKey,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  make(device: DeviceIdentity): { token: string; expiresAt: Date } {
    const expiresAt = new Date(Date.now() + this.config.TOKEN_MINUTES * 60_000);
    const body = Buffer.from(
      JSON.stringify([device.deviceId, device.companyId, device.epoch, expiresAt.getTime(), device.session]),
    ).toString('base64url');
    return { token: `${body}.${this.mac(body).toString('base64url')}`, expiresAt };
  }

  /** @throws Refusal TOKEN_REJECTED for anything that {@link make} did not make, or that has expired */
  read(token: string): DeviceIdentity {
    const [body = '', mac = '', ...rest] = token.split('.');
    const given = Buffer.from(mac, 'base64url');
    const expected = this.mac(body);
    if (rest.length || given.length !== expected.length || !timingSafeEqual(given, expected))
      refuse('TOKEN_REJECTED');
    const content = JSON.parse(Buffer.from(body, 'base64url').toString()) as Content;
    const [deviceId, companyId, epoch, expiresAt, session = null] = content;
    if (expiresAt <= Date.now()) refuse('TOKEN_REJECTED');
    return { deviceId, companyId, epoch, session };
  }

  private mac(body: string): Buffer {
    return this.dataKey.hmac(body, PURPOSE);
  }
}
