import { type DeviceReport, IsInstant } from '@tessera/contracts';
import type { RefusedParts } from './refused-parts.js';

/** Further apart than this a clock is wrong, and a time lies in the future. Milliseconds. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;
/** Nothing that a device reports was made before. */
export const EARLIEST_TIME_MS = Date.parse('2000-01-01T00:00:00Z');
/** What a column of integers holds; such a clock is wrong in any case. */
const MAX_SKEW_SECONDS = 2_000_000_000;

/** What is known of a device's clock at one moment. */
export class DeviceClock {
  /** @param ahead milliseconds by which it is ahead of ours; null: it has not said */
  private constructor(
    private readonly ahead: number | null,
    private readonly now: Date,
  ) {}

  /** @param clock as the device has sent it @param known seconds ahead, as it was known before */
  static at(now: Date, clock: unknown, known: number | null, refused: RefusedParts): DeviceClock {
    const told = clock === undefined ? null : instantOf(clock, refused);
    const ahead = told === null ? null : told - now.getTime();
    return new DeviceClock(ahead ?? (known === null ? null : known * 1000), now);
  }

  /** Whole seconds, as they are stored. */
  get secondsAhead(): number | null {
    if (this.ahead === null) return null;
    return Math.max(-MAX_SKEW_SECONDS, Math.min(MAX_SKEW_SECONDS, Math.round(this.ahead / 1000)));
  }

  /** The report with its times by our clock, and with the time at which it was made. */
  correct(report: DeviceReport): StoredReport {
    const receivedAt = this.now.toISOString();
    const { databasesAt, licenseExpiresAt } = report;
    return {
      ...report,
      ...(databasesAt ? { databasesAt: this.ours(databasesAt) } : {}),
      // It stands in the license, so no clock of the device had a part in it.
      ...(licenseExpiresAt ? { licenseExpiresAt: new Date(licenseExpiresAt).toISOString() } : {}),
      receivedAt,
    };
  }

  private ours(time: string): string {
    const moved = new Date(Date.parse(time) - (this.ahead ?? 0));
    // A time at the edge of what a date can be is no time that anything happened at.
    return Number.isNaN(moved.getTime()) ? time : moved.toISOString();
  }
}

/** As it is kept: times by our clock. */
export interface StoredReport extends DeviceReport {
  /** When it was taken. A report of an older release has none. */
  receivedAt?: string;
}

class Told {
  @IsInstant() clock: string;
}

/** Read as every other time is. @returns milliseconds; null for what is no time */
function instantOf(clock: unknown, refused: RefusedParts): number | null {
  const told = { clock };
  return refused.check(Told, told, '') ? Date.parse(told.clock as string) : null;
}
