import { Field } from '../kit/index.js';
import { AppComponent } from './device.view.js';

export const deviceActivities = ['idle', 'scan', 'update'] as const;

/** Facts that a device states about itself; the platform draws the conclusions. What is left out is not judged. */
export class DeviceReport {
  @Field.flag({ optional: true }) protectionRunning?: boolean;
  @Field.flag({ optional: true }) realTimeProtection?: boolean;
  @Field.time({ optional: true, description: "Date of the app databases, by the device's clock." })
  databasesAt?: string;
  @Field.integer({ min: 0, max: 1_000_000, optional: true, description: 'Found and not removed.' })
  activeThreats?: number;
  @Field.integer({ min: 0, max: 1_000_000, optional: true }) possibleThreats?: number;
  @Field.flag({ optional: true }) encryptionFailed?: boolean;
  @Field.time({ optional: true }) licenseExpiresAt?: string;
  @Field.flag({ optional: true }) incompatibleApp?: boolean;
  @Field.flag({ optional: true }) restartRequired?: boolean;
  @Field.oneOf(deviceActivities, { optional: true }) activity?: (typeof deviceActivities)[number];
}

/** An app that is installed; one that a later list leaves out has been uninstalled. */
export class InstalledApp {
  @Field.name({ max: 100 }) product: string;
  @Field.name({ max: 60 }) version: string;
  @Field.flag({ optional: true, description: 'Ignored: who holds a seat is for licensing to say.' })
  seatInUse?: boolean;
  @Field.list(() => AppComponent, { maxItems: 50, optional: true }) components?: AppComponent[];
}

/**
 * Commands that a device may declare itself able to run. Those for lost devices are not among them yet: their results
 * are evidence, which needs storage of its own.
 */
export const deviceCapabilities = ['quick_scan', 'full_scan', 'update_databases'] as const;
export type DeviceCapability = (typeof deviceCapabilities)[number];

/** A part of what a device has sent that was not taken; everything else was. */
export class RefusedPart {
  @Field.line({ max: 100, description: 'Where it stands, e.g. `apps/0/components/2/state`.' }) part: string;
  @Field.line({ max: 40, description: 'Why, e.g. NOT_ALLOWED, TOO_LONG, RESULT_INVALID.' }) code: string;
}
