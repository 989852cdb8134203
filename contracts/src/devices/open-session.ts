import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';

export class OpenSession {
  @Field.id() deviceId: string;
  @Field.integer({ min: 1, max: 1_000_000_000 }) epoch: number;
  @Field.line({ max: 200 }) challenge: string;
  @Field.line({
    max: 43,
    pattern: '^([A-Za-z0-9_-]{43})?$',
    description: 'What the last session gave; empty for the first one of an enrollment.',
  })
  continuity: string;
  @Field.line({
    max: 86,
    pattern: '^[A-Za-z0-9_-]{86}$',
    description:
      'Ed25519 signature over `tessera-session-v1`, LF, challenge, LF, deviceId, LF, epoch, LF, continuity.',
  })
  signature: string;
  @Field.time({ optional: true, lenient: true, description: "The device's clock at this moment." })
  clock?: string;
}

export class DeviceSession {
  @Field.id() deviceId: string;
  @Field.line({ max: 500, description: 'Opaque; goes into every check-in.' }) token: string;
  @Field.time() expiresAt: string;
  @Field.time({ optional: true, description: 'The clock by which expiresAt is meant.' }) serverTime?: string;
  @Field.line({ max: 43, description: 'Keep it on disk: the next session has to show it.' })
  continuity: string;
  @Field.integer({ description: 'Seconds until the next check-in.' }) nextInterval: number;
}

export const openSession = request({
  subject: 'rpc.devices.session.open.v1',
  request: OpenSession,
  reply: DeviceSession,
  errors: {
    DEVICE_REJECTED: 'unauthenticated',
    ENROLLMENT_ENDED: 'forbidden',
    DEVICE_QUARANTINED: 'forbidden',
  },
  summary: 'A device proves that it holds its key, and gets a token for its check-ins.',
  access: access.anybody,
});
