import {
  ArrayMaxSize,
  ArrayUnique,
  Describe,
  IsArray,
  IsIn,
  IsInstant,
  IsInt,
  IsLine,
  IsNameOrEmpty,
  IsOptional,
  IsUUID,
  IsVerbatim,
  Lenient,
  Matches,
  MaxLength,
  Nested,
  NestedList,
  request,
} from '../kit/index.js';
import { MAX_DEVICE_NAME } from '../limits.js';
import { access } from '../access.js';
import { devicePlatforms, type DevicePlatform } from './device.view.js';
import {
  deviceCapabilities,
  DeviceReport,
  InstalledApp,
  RefusedPart,
  type DeviceCapability,
} from './device-report.js';

export class EnrollDevice {
  @IsVerbatim()
  @MaxLength(512)
  @Describe('Enrollment code as it was typed or pasted; case, blanks and dashes do not matter.')
  code: string;
  @IsLine()
  @MaxLength(43)
  @Matches(/^[A-Za-z0-9_-]{43}$/u)
  @Describe('Ed25519 public key, 32 bytes as base64url. The private key never leaves the device.')
  publicKey: string;
  @IsLine()
  @MaxLength(86)
  @Matches(/^[A-Za-z0-9_-]{86}$/u)
  @Describe(
    'Ed25519 signature (base64url) over `tessera-enroll-v1`, LF, the code as sent or folded, LF, publicKey.',
  )
  proof: string;
  @IsOptional()
  @IsLine()
  @MaxLength(43)
  @Matches(/^[A-Za-z0-9_-]{43}$/u)
  @Describe('The key that the account knows the device by, when it is replaced: after a quarantine.')
  previousPublicKey?: string;
  @IsOptional()
  @IsLine()
  @MaxLength(86)
  @Matches(/^[A-Za-z0-9_-]{86}$/u)
  @Describe('Signature of the previous key over `tessera-replace-v1`, LF, the code as above, LF, publicKey.')
  previousProof?: string;
  @IsNameOrEmpty()
  @MaxLength(MAX_DEVICE_NAME)
  @Describe('Its platform, where it shows nothing.')
  name: string;
  @IsIn(devicePlatforms) platform: DevicePlatform;
  @IsOptional()
  @Lenient()
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsIn(deviceCapabilities, { each: true })
  @Describe('Commands that it can run; all three by default. Unknown ones do not matter.')
  capabilities?: DeviceCapability[];
  @IsOptional()
  @Lenient()
  @IsInstant()
  @Describe("The device's clock at this moment.")
  clock?: string;
  @IsOptional() @Lenient() @Nested(() => DeviceReport) report?: DeviceReport;
  @IsOptional() @Lenient() @NestedList(() => InstalledApp, 100) apps?: InstalledApp[];
}

export class ServiceKey {
  @IsLine() @MaxLength(20) id: string;
  @IsLine() @MaxLength(43) @Describe('Ed25519 public key as base64url.') publicKey: string;
}

export class EnrolledDevice {
  @IsUUID() deviceId: string;
  @IsInt()
  @Describe('Counts the enrollments of this device; everything is bound to it.')
  epoch: number;
  @NestedList(() => ServiceKey, 10)
  @Describe('Pin them: they sign commands.')
  serviceKeys: ServiceKey[];
  @IsLine() @MaxLength(500) syncUrl: string;
  @IsLine() @MaxLength(500) connectUrl: string;
  @IsInt() @Describe('Seconds until the first check-in.') nextInterval: number;
  @IsOptional()
  @NestedList(() => RefusedPart, 100)
  @Describe('What of report and apps was not taken.')
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
