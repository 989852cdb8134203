import type { CommandKind, DeviceStatus } from '@tessera/contracts';
import { CLOCK_TOLERANCE_MS, EARLIEST_TIME_MS, type StoredReport } from '../reports/device-clock.js';
import { severities, worstFirst, type ReasonCode } from './reasons.js';

const DAY_MS = 24 * 3_600_000;
/** Databases are old after a day, very old after a week; a device is long not seen after a week. */
const OLD_MS = DAY_MS;
const VERY_OLD_MS = 7 * DAY_MS;
const LONG_NOT_SEEN_MS = 7 * DAY_MS;

export interface Facts {
  connected: boolean;
  quarantined: boolean;
  /** null: it has not reported yet. */
  report: StoredReport | null;
  /** Not all that it reported could be read. */
  incomplete: boolean;
  /** Seconds by which its clock is ahead of ours; null: not known. */
  clockSkewSeconds: number | null;
  apps: readonly { installed: boolean; components: readonly { state: string }[] }[];
  /** Kinds of the commands that it is running. */
  running: readonly CommandKind[];
  lastSeenAt: Date | null;
}

export interface Assessment {
  status: DeviceStatus;
  reasons: ReasonCode[];
  /** When time alone will change the answer; null: never. */
  dueAt: Date | null;
}

/** What the facts mean at this moment. The worst reason makes the status; every reason is listed, the worst first. */
export function assess(facts: Facts, now: Date): Assessment {
  if (facts.quarantined) return { status: 'problem', reasons: ['QUARANTINED'], dueAt: null };
  if (!facts.connected) return { status: 'unknown', reasons: ['DISCONNECTED'], dueAt: null };
  const clock = new Clock(now);
  const found = [...timeless(facts), ...timed(facts, clock)].sort(worstFirst);
  return { status: statusOf(found), reasons: found, dueAt: clock.dueAt };
}

function timeless({ report, incomplete, clockSkewSeconds, apps, running }: Facts): ReasonCode[] {
  const components = apps.filter((a) => a.installed).flatMap((a) => a.components);
  const r = report ?? {};
  const holds: [ReasonCode, boolean | undefined][] = [
    ['APP_MISSING', report !== null && !apps.some((a) => a.installed)],
    ['APP_NOT_RUNNING', r.protectionRunning === false],
    ['PROTECTION_OFF', r.realTimeProtection === false],
    ['THREATS_FOUND', (r.activeThreats ?? 0) > 0],
    ['ENCRYPTION_FAILED', r.encryptionFailed],
    ['POSSIBLE_THREATS', (r.possibleThreats ?? 0) > 0],
    ['COMPONENT_OFF', components.some((c) => c.state === 'off')],
    ['COMPONENT_FAILED', components.some((c) => c.state === 'failed')],
    ['INCOMPATIBLE_APP', r.incompatibleApp],
    ['REPORT_INCOMPLETE', incomplete],
    ['CLOCK_IMPLAUSIBLE', Math.abs(clockSkewSeconds ?? 0) * 1000 > CLOCK_TOLERANCE_MS],
    ['RESTART_REQUIRED', r.restartRequired],
    ['SCAN_RUNNING', r.activity === 'scan' || running.some((k) => k === 'quick_scan' || k === 'full_scan')],
    ['UPDATE_RUNNING', r.activity === 'update' || running.includes('update_databases')],
    ['NO_REPORT', report === null],
  ];
  return holds.filter(([, yes]) => yes).map(([code]) => code);
}

function timed({ report, lastSeenAt }: Facts, clock: Clock): ReasonCode[] {
  const found: ReasonCode[] = [];
  if (report?.databasesAt) found.push(...databases(report, Date.parse(report.databasesAt), clock));
  if (report?.licenseExpiresAt && clock.past(Date.parse(report.licenseExpiresAt)))
    found.push('LICENSE_EXPIRED');
  if (lastSeenAt && clock.past(lastSeenAt.getTime() + LONG_NOT_SEEN_MS)) found.push('LONG_NOT_SEEN');
  return found;
}

/** A date from the future would look new for as long as it stands, so it is believed as little as one from the last century. */
function databases({ receivedAt }: StoredReport, at: number, clock: Clock): ReasonCode[] {
  const future = receivedAt
    ? at > Date.parse(receivedAt) + CLOCK_TOLERANCE_MS
    : !clock.past(at - CLOCK_TOLERANCE_MS);
  if (at < EARLIEST_TIME_MS || future) return ['DATABASES_DATE_IMPLAUSIBLE'];
  if (clock.past(at + VERY_OLD_MS)) return ['DATABASES_VERY_OLD'];
  return clock.past(at + OLD_MS) ? ['DATABASES_OLD'] : [];
}

/** Compares with one moment, and remembers the next one at which a comparison would turn out otherwise. */
class Clock {
  dueAt: Date | null = null;
  constructor(private readonly now: Date) {}

  past(at: number): boolean {
    if (at <= this.now.getTime()) return true;
    if (!this.dueAt || at < this.dueAt.getTime()) this.dueAt = new Date(at);
    return false;
  }
}

function statusOf(found: readonly ReasonCode[]): DeviceStatus {
  if (found.some((c) => severities[c] === 'problem')) return 'problem';
  if (found.some((c) => severities[c] === 'attention')) return 'attention';
  if (found.includes('SCAN_RUNNING') || found.includes('UPDATE_RUNNING')) return 'busy';
  return found.includes('NO_REPORT') ? 'unknown' : 'protected';
}
