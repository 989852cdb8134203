import type { CommandReport, DeviceReport, SyncDevice } from '@tessera/contracts';
import { isOtherSkew, type Device } from '../devices/device.entity.js';
import { DeviceClock } from './device-clock.js';
import { readApps, type ReadApps } from './read-apps.js';
import { readCommandReports } from './read-command-reports.js';
import { readReport } from './read-report.js';
import { RefusedParts } from './refused-parts.js';

type Told = Pick<SyncDevice, 'clock' | 'report' | 'apps' | 'commands'>;

/** What a device has told, as far as it can be read. */
export class News {
  constructor(
    private readonly told: Told,
    private readonly clock: DeviceClock,
    private readonly skewIsOther: boolean,
    private readonly report: DeviceReport | null,
    readonly apps: ReadApps | null,
    readonly commands: readonly CommandReport[],
    readonly refused: RefusedParts,
  ) {}

  /** Whether there is anything to write. */
  get any(): boolean {
    return (
      this.told.report !== undefined ||
      this.told.apps !== undefined ||
      this.commands.length > 0 ||
      this.skewIsOther
    );
  }

  /** Gives the device its report, its clock, and what could not be read. @returns whether its status is to be drawn again */
  takeFacts(device: Device): boolean {
    const { report, apps } = this.told;
    if (this.report) device.report = this.clock.correct(this.report);
    if (report !== undefined) device.setRefused('report', this.refused.parts);
    if (apps !== undefined) device.setRefused('apps', this.refused.parts);
    return device.setClock(this.clock.secondsAhead) || report !== undefined || apps !== undefined;
  }
}

/** Reads each part by itself. @param held what is known of the device, and the time of ours */
export function readNews(told: Told, held: { now: Date; clockSkewSeconds: number | null }): News {
  const refused = new RefusedParts();
  const clock = DeviceClock.at(held.now, told.clock, held.clockSkewSeconds, refused);
  const { secondsAhead } = clock;
  return new News(
    told,
    clock,
    secondsAhead !== null && isOtherSkew(held.clockSkewSeconds, secondsAhead),
    told.report === undefined ? null : readReport(told.report, refused),
    told.apps === undefined ? null : readApps(told.apps, refused),
    told.commands === undefined ? [] : readCommandReports(told.commands, refused),
    refused,
  );
}
