import { Field } from '../kit/index.js';
import { MAX_DEVICE_NAME } from '../limits.js';

export const devicePlatforms = ['windows', 'macos', 'linux', 'android', 'ios', 'other'] as const;
export type DevicePlatform = (typeof devicePlatforms)[number];
export const deviceStatuses = ['protected', 'attention', 'problem', 'busy', 'unknown'] as const;
export type DeviceStatus = (typeof deviceStatuses)[number];
export const reasonSeverities = ['info', 'attention', 'problem'] as const;
export type ReasonSeverity = (typeof reasonSeverities)[number];
export const componentStates = ['on', 'off', 'failed'] as const;

export class DeviceReasonView {
  @Field.line({ max: 40, description: 'Stable, e.g. PROTECTION_OFF.' }) code: string;
  @Field.oneOf(reasonSeverities) severity: ReasonSeverity;
  @Field.line({ max: 300, description: "What helps, in the caller's language." }) remedy: string;
}

export class AppComponent {
  @Field.line({ max: 60, min: 1 }) id: string;
  @Field.name({ min: 0, max: 100 }) name: string;
  @Field.oneOf(componentStates) state: (typeof componentStates)[number];
}

/** Separate facts: managed from here, and installed; the seat of a license is a third. */
export class DeviceAppView {
  @Field.id() id: string;
  @Field.line({ max: 100 }) product: string;
  @Field.line({ max: 60 }) version: string;
  @Field.flag() connected: boolean;
  @Field.flag() installed: boolean;
  @Field.flag({
    optional: true,
    nullable: true,
    description: 'It holds a seat of a license; null: not known, since only licensing could say so.',
  })
  seatInUse?: boolean | null;
  @Field.list(() => AppComponent, { maxItems: 50 }) components: AppComponent[];
}

export class DeviceView {
  @Field.id() id: string;
  @Field.line({ max: MAX_DEVICE_NAME }) name: string;
  @Field.oneOf(devicePlatforms) platform: DevicePlatform;
  @Field.flag({ description: 'false: disconnected from the account; it can be reconnected.' })
  connected: boolean;
  @Field.flag() online: boolean;
  @Field.time({ nullable: true }) lastSeenAt: string | null;
  @Field.oneOf(deviceStatuses) status: DeviceStatus;
  @Field.list(() => DeviceReasonView, { maxItems: 30 }) reasons: DeviceReasonView[];
  @Field.integer({
    optional: true,
    nullable: true,
    description: 'Seconds by which its clock is ahead of the platform; below zero, behind; null: not known.',
  })
  clockSkewSeconds?: number | null;
  @Field.list(() => DeviceAppView, { maxItems: 200 }) apps: DeviceAppView[];
}

/** One device, with the version that `If-Match` of a rename repeats. */
export class VersionedDevice extends DeviceView {
  @Field.integer() version: number;
}
