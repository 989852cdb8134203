import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';
import { DeviceReport, InstalledApp, RefusedPart } from './device-report.js';

export const reportableStates = ['running', 'succeeded', 'failed', 'rejected', 'cancelled'] as const;

export class CommandReport {
  @Field.id() id: string;
  @Field.oneOf(reportableStates) state: (typeof reportableStates)[number];
  @Field.integer({ min: 0, max: 100, optional: true }) progress?: number;
  @Field.name({ min: 0, max: 200, optional: true }) reason?: string;
  @Field.json({ optional: true, description: 'At most 16 KiB.' }) result?: Record<string, unknown>;
}

/** What a device says is checked part by part: one wrong part is left out and named in the reply, the rest is taken. */
export class SyncDevice {
  @Field.line({ max: 500 }) token: string;
  @Field.flag({
    optional: true,
    lenient: true,
    description: 'A socket is open, so that check-ins are only the safety net.',
  })
  live?: boolean;
  @Field.time({ optional: true, lenient: true, description: "The device's clock at this moment." })
  clock?: string;
  @Field.object(() => DeviceReport, {
    optional: true,
    lenient: true,
    description: 'Only when it has changed.',
  })
  report?: DeviceReport;
  @Field.list(() => InstalledApp, {
    maxItems: 100,
    optional: true,
    lenient: true,
    description: 'All, when one has changed.',
  })
  apps?: InstalledApp[];
  @Field.list(() => CommandReport, { maxItems: 50, optional: true, lenient: true })
  commands?: CommandReport[];
}

/** Verify the signature over the exact text of `payload` before parsing it. */
export class SignedCommand {
  @Field.text({ max: 8_000, description: 'JSON, see docs/agent-protocol.md.' }) payload: string;
  @Field.line({ max: 86 }) signature: string;
  @Field.line({ max: 20 }) keyId: string;
}

export class SyncReply {
  @Field.id() deviceId: string;
  @Field.list(() => SignedCommand, { maxItems: 40 }) commands: SignedCommand[];
  @Field.time() serverTime: string;
  @Field.integer({ description: 'Seconds until the next check-in, with jitter.' }) nextInterval: number;
  @Field.list(() => RefusedPart, {
    maxItems: 100,
    optional: true,
    description: 'What was not taken, and would not be if it were sent again.',
  })
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
