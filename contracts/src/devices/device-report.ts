import {
  Describe,
  IsBoolean,
  IsIn,
  IsInstant,
  IsInt,
  IsLine,
  IsName,
  IsOptional,
  Max,
  MaxLength,
  Min,
  NestedList,
} from '../kit/index.js';
import { AppComponent } from './device.view.js';

export const deviceActivities = ['idle', 'scan', 'update'] as const;

/** Facts that a device states about itself; the platform draws the conclusions. What is left out is not judged. */
export class DeviceReport {
  @IsOptional() @IsBoolean() protectionRunning?: boolean;
  @IsOptional() @IsBoolean() realTimeProtection?: boolean;
  @IsOptional()
  @IsInstant()
  @Describe("Date of the app databases, by the device's clock.")
  databasesAt?: string;
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  @Describe('Found and not removed.')
  activeThreats?: number;
  @IsOptional() @IsInt() @Min(0) @Max(1_000_000) possibleThreats?: number;
  @IsOptional() @IsBoolean() encryptionFailed?: boolean;
  @IsOptional() @IsInstant() licenseExpiresAt?: string;
  @IsOptional() @IsBoolean() incompatibleApp?: boolean;
  @IsOptional() @IsBoolean() restartRequired?: boolean;
  @IsOptional() @IsIn(deviceActivities) activity?: (typeof deviceActivities)[number];
}

/** An app that is installed; one that a later list leaves out has been uninstalled. */
export class InstalledApp {
  @IsName() @MaxLength(100) product: string;
  @IsName() @MaxLength(60) version: string;
  @IsOptional()
  @IsBoolean()
  @Describe('Ignored: who holds a seat is for licensing to say.')
  seatInUse?: boolean;
  @IsOptional() @NestedList(() => AppComponent, 50) components?: AppComponent[];
}

/**
 * Commands that a device may declare itself able to run. Those for lost devices are not among them yet: their results
 * are evidence, which needs storage of its own.
 */
export const deviceCapabilities = ['quick_scan', 'full_scan', 'update_databases'] as const;
export type DeviceCapability = (typeof deviceCapabilities)[number];

/** A part of what a device has sent that was not taken; everything else was. */
export class RefusedPart {
  @IsLine() @MaxLength(100) @Describe('Where it stands, e.g. `apps/0/components/2/state`.') part: string;
  @IsLine() @MaxLength(40) @Describe('Why, e.g. NOT_ALLOWED, TOO_LONG, RESULT_INVALID.') code: string;
}
