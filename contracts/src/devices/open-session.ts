import {
  Describe,
  IsInstant,
  IsInt,
  IsLine,
  IsOptional,
  IsUUID,
  Lenient,
  Matches,
  Max,
  MaxLength,
  Min,
  request,
} from '../kit/index.js';
import { access } from '../access.js';

export class OpenSession {
  @IsUUID() deviceId: string;
  @IsInt() @Min(1) @Max(1_000_000_000) epoch: number;
  @IsLine() @MaxLength(200) challenge: string;
  @IsLine()
  @MaxLength(43)
  @Matches(/^([A-Za-z0-9_-]{43})?$/u)
  @Describe('What the last session gave; empty for the first one of an enrollment.')
  continuity: string;
  @IsLine()
  @MaxLength(86)
  @Matches(/^[A-Za-z0-9_-]{86}$/u)
  @Describe(
    'Ed25519 signature over `tessera-session-v1`, LF, challenge, LF, deviceId, LF, epoch, LF, continuity.',
  )
  signature: string;
  @IsOptional()
  @Lenient()
  @IsInstant()
  @Describe("The device's clock at this moment.")
  clock?: string;
}

export class DeviceSession {
  @IsUUID() deviceId: string;
  @IsLine() @MaxLength(500) @Describe('Opaque; goes into every check-in.') token: string;
  @IsInstant() expiresAt: string;
  @IsOptional() @IsInstant() @Describe('The clock by which expiresAt is meant.') serverTime?: string;
  @IsLine()
  @MaxLength(43)
  @Describe('Keep it on disk: the next session has to show it.')
  continuity: string;
  @IsInt() @Describe('Seconds until the next check-in.') nextInterval: number;
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
