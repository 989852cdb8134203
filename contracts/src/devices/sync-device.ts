import {
  Describe,
  IsBoolean,
  IsIn,
  IsInstant,
  IsInt,
  IsLine,
  IsNameOrEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Lenient,
  Max,
  MaxLength,
  Min,
  Nested,
  NestedList,
  request,
} from '../kit/index.js';
import { access } from '../access.js';
import { DeviceReport, InstalledApp, RefusedPart } from './device-report.js';

export const reportableStates = ['running', 'succeeded', 'failed', 'rejected', 'cancelled'] as const;

export class CommandReport {
  @IsUUID() id: string;
  @IsIn(reportableStates) state: (typeof reportableStates)[number];
  @IsOptional() @IsInt() @Min(0) @Max(100) progress?: number;
  @IsOptional() @IsNameOrEmpty() @MaxLength(200) reason?: string;
  @IsOptional() @IsObject() @Describe('At most 16 KiB.') result?: Record<string, unknown>;
}

/** What a device says is checked part by part: one wrong part is left out and named in the reply, the rest is taken. */
export class SyncDevice {
  @IsLine() @MaxLength(500) token: string;
  @IsOptional()
  @Lenient()
  @IsBoolean()
  @Describe('A socket is open, so that check-ins are only the safety net.')
  live?: boolean;
  @IsOptional()
  @Lenient()
  @IsInstant()
  @Describe("The device's clock at this moment.")
  clock?: string;
  @IsOptional()
  @Lenient()
  @Nested(() => DeviceReport)
  @Describe('Only when it has changed.')
  report?: DeviceReport;
  @IsOptional()
  @Lenient()
  @NestedList(() => InstalledApp, 100)
  @Describe('All, when one has changed.')
  apps?: InstalledApp[];
  @IsOptional()
  @Lenient()
  @NestedList(() => CommandReport, 50)
  commands?: CommandReport[];
}

/** Verify the signature over the exact text of `payload` before parsing it. */
export class SignedCommand {
  @IsString() @MaxLength(8_000) @Describe('JSON, see docs/agent-protocol.md.') payload: string;
  @IsLine() @MaxLength(86) signature: string;
  @IsLine() @MaxLength(20) keyId: string;
}

export class SyncReply {
  @IsUUID() deviceId: string;
  @NestedList(() => SignedCommand, 40) commands: SignedCommand[];
  @IsInstant() serverTime: string;
  @IsInt() @Describe('Seconds until the next check-in, with jitter.') nextInterval: number;
  @IsOptional()
  @NestedList(() => RefusedPart, 100)
  @Describe('What was not taken, and would not be if it were sent again.')
  refused?: RefusedPart[];
}

export const syncDevice = request({
  subject: 'rpc.devices.device.sync.v1',
  request: SyncDevice,
  reply: SyncReply,
  errors: {
    TOKEN_REJECTED: 'unauthenticated',
    ENROLLMENT_ENDED: 'forbidden',
    DEVICE_QUARANTINED: 'forbidden',
  },
  summary: 'A check-in: what has changed on the device goes up, commands come down.',
  access: access.anybody,
  // Reports are states, not steps: the same report twice changes nothing.
  idempotent: true,
});
