import {
  Describe,
  IsBoolean,
  IsIn,
  IsInstant,
  IsInt,
  IsLine,
  IsNameOrEmpty,
  IsNullable,
  IsOptional,
  IsUUID,
  MaxLength,
  MinLength,
  NestedList,
} from '../kit/index.js';
import { MAX_DEVICE_NAME } from '../limits.js';

export const devicePlatforms = ['windows', 'macos', 'linux', 'android', 'ios', 'other'] as const;
export type DevicePlatform = (typeof devicePlatforms)[number];
export const deviceStatuses = ['protected', 'attention', 'problem', 'busy', 'unknown'] as const;
export type DeviceStatus = (typeof deviceStatuses)[number];
export const reasonSeverities = ['info', 'attention', 'problem'] as const;
export type ReasonSeverity = (typeof reasonSeverities)[number];
export const componentStates = ['on', 'off', 'failed'] as const;

export class DeviceReasonView {
  @IsLine() @MaxLength(40) @Describe('Stable, e.g. PROTECTION_OFF.') code: string;
  @IsIn(reasonSeverities) severity: ReasonSeverity;
  @IsLine() @MaxLength(300) @Describe("What helps, in the caller's language.") remedy: string;
}

export class AppComponent {
  @IsLine() @MinLength(1) @MaxLength(60) id: string;
  @IsNameOrEmpty() @MaxLength(100) name: string;
  @IsIn(componentStates) state: (typeof componentStates)[number];
}

/** Separate facts: managed from here, and installed; the seat of a license is a third. */
export class DeviceAppView {
  @IsUUID() id: string;
  @IsLine() @MaxLength(100) product: string;
  @IsLine() @MaxLength(60) version: string;
  @IsBoolean() connected: boolean;
  @IsBoolean() installed: boolean;
  @IsOptional()
  @IsNullable()
  @IsBoolean()
  @Describe('It holds a seat of a license; null: not known, since only licensing could say so.')
  seatInUse?: boolean | null;
  @NestedList(() => AppComponent, 50) components: AppComponent[];
}

export class DeviceView {
  @IsUUID() id: string;
  @IsLine() @MaxLength(MAX_DEVICE_NAME) name: string;
  @IsIn(devicePlatforms) platform: DevicePlatform;
  @IsBoolean()
  @Describe('false: disconnected from the account; it can be reconnected.')
  connected: boolean;
  @IsBoolean() online: boolean;
  @IsNullable() @IsInstant() lastSeenAt: string | null;
  @IsIn(deviceStatuses) status: DeviceStatus;
  @NestedList(() => DeviceReasonView, 30) reasons: DeviceReasonView[];
  @IsOptional()
  @IsNullable()
  @IsInt()
  @Describe('Seconds by which its clock is ahead of the platform; below zero, behind; null: not known.')
  clockSkewSeconds?: number | null;
  @NestedList(() => DeviceAppView, 200) apps: DeviceAppView[];
}

/** One device, with the version that `If-Match` of a rename repeats. */
export class VersionedDevice extends DeviceView {
  @IsInt() version: number;
}
