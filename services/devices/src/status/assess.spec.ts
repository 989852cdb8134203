import { languages, type DeviceReport } from '@tessera/contracts';
import type { StoredReport } from '../reports/device-clock.js';
import { assess, type Facts } from './assess.js';
import { remedyOf, severities, type ReasonCode } from './reasons.js';

const now = new Date('2026-03-01T12:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const well: DeviceReport = {
  protectionRunning: true,
  realTimeProtection: true,
  databasesAt: ago(1).toISOString(),
};
const facts = (report: StoredReport = {}, more: Partial<Facts> = {}): Facts => ({
  connected: true,
  quarantined: false,
  incomplete: false,
  clockSkewSeconds: null,
  report: { ...well, ...report },
  apps: [{ installed: true, components: [] }],
  running: [],
  lastSeenAt: ago(0),
  ...more,
});
const component = (state: string) => ({ apps: [{ installed: true, components: [{ state }] }] });

describe('assess', () => {
  const table: [string, Facts, string, string[]][] = [
    ['all is well', facts(), 'protected', []],
    [
      'no app is installed',
      facts({}, { apps: [{ installed: false, components: [] }] }),
      'problem',
      ['APP_MISSING'],
    ],
    ['the app does not run', facts({ protectionRunning: false }), 'problem', ['APP_NOT_RUNNING']],
    ['real-time protection is off', facts({ realTimeProtection: false }), 'problem', ['PROTECTION_OFF']],
    ['threats were found', facts({ activeThreats: 3 }), 'problem', ['THREATS_FOUND']],
    ['something is suspicious', facts({ possibleThreats: 1 }), 'attention', ['POSSIBLE_THREATS']],
    ['encryption failed', facts({ encryptionFailed: true }), 'problem', ['ENCRYPTION_FAILED']],
    ['an app is incompatible', facts({ incompatibleApp: true }), 'attention', ['INCOMPATIBLE_APP']],
    [
      'databases are a day old',
      facts({ databasesAt: ago(24).toISOString() }),
      'attention',
      ['DATABASES_OLD'],
    ],
    [
      'databases are a week old',
      facts({ databasesAt: ago(168).toISOString() }),
      'problem',
      ['DATABASES_VERY_OLD'],
    ],
    [
      'the license has expired',
      facts({ licenseExpiresAt: ago(1).toISOString() }),
      'problem',
      ['LICENSE_EXPIRED'],
    ],
    ['it was not seen for a week', facts({}, { lastSeenAt: ago(168) }), 'attention', ['LONG_NOT_SEEN']],
    [
      'databases are from the future',
      facts({ databasesAt: '9999-12-31T23:59:59.999Z' }),
      'attention',
      ['DATABASES_DATE_IMPLAUSIBLE'],
    ],
    [
      'databases were from the future when that was reported, however long ago',
      facts({ databasesAt: ago(20).toISOString(), receivedAt: ago(21).toISOString() }),
      'attention',
      ['DATABASES_DATE_IMPLAUSIBLE'],
    ],
    [
      'databases are from the last century',
      facts({ databasesAt: '1999-12-31T23:59:59Z' }),
      'attention',
      ['DATABASES_DATE_IMPLAUSIBLE'],
    ],
    ['databases are four minutes ahead', facts({ databasesAt: ago(-4 / 60).toISOString() }), 'protected', []],
    ['its clock is ahead', facts({}, { clockSkewSeconds: 301 }), 'attention', ['CLOCK_IMPLAUSIBLE']],
    ['its clock is behind', facts({}, { clockSkewSeconds: -301 }), 'attention', ['CLOCK_IMPLAUSIBLE']],
    ['its clock is not far off', facts({}, { clockSkewSeconds: 290 }), 'protected', []],
    [
      'part of its report cannot be read',
      facts({}, { incomplete: true }),
      'attention',
      ['REPORT_INCOMPLETE'],
    ],
    ['a component is off', facts({}, component('off')), 'attention', ['COMPONENT_OFF']],
    ['a component has failed', facts({}, component('failed')), 'attention', ['COMPONENT_FAILED']],
    ['it must restart', facts({ restartRequired: true }), 'attention', ['RESTART_REQUIRED']],
    ['a commanded scan runs', facts({}, { running: ['quick_scan'] }), 'busy', ['SCAN_RUNNING']],
    ['a scan of its own runs', facts({ activity: 'scan' }), 'busy', ['SCAN_RUNNING']],
    ['an update runs', facts({}, { running: ['update_databases'] }), 'busy', ['UPDATE_RUNNING']],
    ['it has not reported', facts({}, { report: null }), 'unknown', ['NO_REPORT']],
    ['it is disconnected', facts({ activeThreats: 1 }, { connected: false }), 'unknown', ['DISCONNECTED']],
    ['it is quarantined', facts({}, { quarantined: true }), 'problem', ['QUARANTINED']],
  ];
  it.each(table)('%s', (_what, given, status, found) => {
    expect(assess(given, now)).toMatchObject({ status, reasons: found });
  });

  it('lets the worst reason decide, and lists all of them, the worst first', () => {
    const given = facts({ restartRequired: true, activeThreats: 1 }, { running: ['full_scan'] });
    expect(assess(given, now)).toMatchObject({
      status: 'problem',
      reasons: ['THREATS_FOUND', 'RESTART_REQUIRED', 'SCAN_RUNNING'],
    });
  });

  it('says when time alone will change it', () => {
    expect(assess(facts({ databasesAt: ago(20).toISOString() }), now).dueAt).toEqual(
      new Date(now.getTime() + 4 * 3_600_000),
    );
    expect(assess(facts({}, { connected: false }), now).dueAt).toBeNull();
    expect(assess(facts({ databasesAt: ago(-10).toISOString() }), now).dueAt).toEqual(
      new Date(now.getTime() + 10 * 3_600_000 - 5 * 60_000),
    );
    const received = { databasesAt: ago(-10).toISOString(), receivedAt: now.toISOString() };
    expect(assess(facts(received), now).dueAt?.getTime()).toBeGreaterThan(now.getTime() + 100 * 3_600_000);
  });

  it('has a remedy in each language for each reason', () => {
    for (const code of Object.keys(severities) as ReasonCode[]) {
      const texts = languages.map((language) => remedyOf(code, language));
      expect([code, texts.every((t) => t.length > 10 && t.length < 300)]).toEqual([code, true]);
    }
  });
});
