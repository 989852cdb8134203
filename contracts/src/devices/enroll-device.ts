import { Field, request } from '../kit/index.js';
import { MAX_DEVICE_NAME } from '../limits.js';
import { access } from '../identity/rights.js';
import { devicePlatforms, type DevicePlatform } from './device.view.js';
import {
  deviceCapabilities,
  DeviceReport,
  InstalledApp,
  RefusedPart,
  type DeviceCapability,
} from './device-report.js';

export class EnrollDevice {
  @Field.verbatim({
    max: 512,
    description: 'Enrollment code as it was typed or pasted; case, blanks and dashes do not matter.',
  })
  code: string;
  @Field.line({
    max: 43,
    pattern: '^[A-Za-z0-9_-]{43}$',
    description: 'Ed25519 public key, 32 bytes as base64url. The private key never leaves the device.',
  })
  publicKey: string;
  @Field.line({
    max: 86,
    pattern: '^[A-Za-z0-9_-]{86}$',
    description:
      'Ed25519 signature (base64url) over `tessera-enroll-v1`, LF, the code as sent or folded, LF, publicKey.',
  })
  proof: string;
  @Field.line({
    max: 43,
    optional: true,
    pattern: '^[A-Za-z0-9_-]{43}$',
    description: 'The key that the account knows the device by, when it is replaced: after a quarantine.',
  })
  previousPublicKey?: string;
  @Field.line({
    max: 86,
    optional: true,
    pattern: '^[A-Za-z0-9_-]{86}$',
    description:
      'Signature of the previous key over `tessera-replace-v1`, LF, the code as above, LF, publicKey.',
  })
  previousProof?: string;
  @Field.name({ min: 0, max: MAX_DEVICE_NAME, description: 'Its platform, where it shows nothing.' })
  name: string;
  @Field.oneOf(devicePlatforms) platform: DevicePlatform;
  @Field.someOf(deviceCapabilities, {
    maxItems: 10,
    unique: true,
    optional: true,
    lenient: true,
    description: 'Commands that it can run; all three by default. Unknown ones do not matter.',
  })
  capabilities?: DeviceCapability[];
  @Field.time({ optional: true, lenient: true, description: "The device's clock at this moment." })
  clock?: string;
  @Field.object(() => DeviceReport, { optional: true, lenient: true }) report?: DeviceReport;
  @Field.list(() => InstalledApp, { maxItems: 100, optional: true, lenient: true }) apps?: InstalledApp[];
}

export class ServiceKey {
  @Field.line({ max: 20 }) id: string;
  @Field.line({ max: 43, description: 'Ed25519 public key as base64url.' }) publicKey: string;
}

export class EnrolledDevice {
  @Field.id() deviceId: string;
  @Field.integer({ description: 'Counts the enrollments of this device; everything is bound to it.' })
  epoch: number;
  @Field.list(() => ServiceKey, { maxItems: 10, description: 'Pin them: they sign commands.' })
  serviceKeys: ServiceKey[];
  @Field.line({ max: 500 }) syncUrl: string;
  @Field.line({ max: 500 }) connectUrl: string;
  @Field.integer({ description: 'Seconds until the first check-in.' }) nextInterval: number;
  @Field.list(() => RefusedPart, {
    maxItems: 100,
    optional: true,
    description: 'What of report and apps was not taken.',
  })
  refused?: RefusedPart[];
}

export const enrollDevice = request({
  subject: 'rpc.devices.device.enroll.v1',
  request: EnrollDevice,
  reply: EnrolledDevice,
  errors: {
    CODE_MALFORMED: 'unprocessable',
    CODE_UNKNOWN: 'not_found',
    CODE_EXPIRED: 'unprocessable',
    CODE_USED_UP: 'conflict',
    PROOF_INVALID: 'unprocessable',
    DEVICE_CONNECTED_ELSEWHERE: 'conflict',
  },
  summary: 'A device joins an account with an enrollment code and a key pair of its own.',
  access: access.anybody,
});
