import { textLanguage, type Language, type ReasonSeverity } from '@tessera/contracts';

/** Every reason that a status can have: how bad it is, and what helps (DEV-028, DEV-029). */
export const reasons = {
  QUARANTINED: {
    severity: 'problem',
    en: 'Two machines use the identity of this device. Make a new enrollment code and enroll the right one again.',
    de: 'Zwei Rechner nutzen die Identität dieses Geräts. Erstellen Sie einen neuen Code und verbinden Sie das richtige Gerät erneut.',
  },
  APP_MISSING: {
    severity: 'problem',
    en: 'Install a protection app on the device.',
    de: 'Installieren Sie eine Schutz-App auf dem Gerät.',
  },
  APP_NOT_RUNNING: {
    severity: 'problem',
    en: 'Start the protection app on the device.',
    de: 'Starten Sie die Schutz-App auf dem Gerät.',
  },
  PROTECTION_OFF: {
    severity: 'problem',
    en: 'Turn on real-time protection.',
    de: 'Schalten Sie den Echtzeitschutz ein.',
  },
  THREATS_FOUND: {
    severity: 'problem',
    en: 'Handle the detected objects, then run a full scan.',
    de: 'Behandeln Sie die gefundenen Objekte und starten Sie danach eine vollständige Untersuchung.',
  },
  DATABASES_VERY_OLD: {
    severity: 'problem',
    en: 'Update the databases now: they are more than a week old.',
    de: 'Aktualisieren Sie die Datenbanken jetzt: Sie sind über eine Woche alt.',
  },
  ENCRYPTION_FAILED: {
    severity: 'problem',
    en: 'Look at the encryption error on the device.',
    de: 'Prüfen Sie den Verschlüsselungsfehler auf dem Gerät.',
  },
  LICENSE_EXPIRED: {
    severity: 'problem',
    en: 'Renew the license or activate the app with another one.',
    de: 'Verlängern Sie die Lizenz oder aktivieren Sie die App mit einer anderen.',
  },
  POSSIBLE_THREATS: {
    severity: 'attention',
    en: 'Look at the suspicious objects and decide what happens to them.',
    de: 'Sehen Sie sich die verdächtigen Objekte an und entscheiden Sie über sie.',
  },
  DATABASES_OLD: {
    severity: 'attention',
    en: 'Update the databases: they are more than a day old.',
    de: 'Aktualisieren Sie die Datenbanken: Sie sind über einen Tag alt.',
  },
  DATABASES_DATE_IMPLAUSIBLE: {
    severity: 'attention',
    en: 'Update the databases and check the clock of the device: the date that it reports for them cannot be right.',
    de: 'Aktualisieren Sie die Datenbanken und prüfen Sie die Uhr des Geräts: Das gemeldete Datum der Datenbanken kann nicht stimmen.',
  },
  CLOCK_IMPLAUSIBLE: {
    severity: 'attention',
    en: 'Set the clock of the device: it is wrong by more than five minutes.',
    de: 'Stellen Sie die Uhr des Geräts: Sie geht um mehr als fünf Minuten falsch.',
  },
  REPORT_INCOMPLETE: {
    severity: 'attention',
    en: 'Update the app on the device: part of what it reports cannot be read, so its state is not fully known.',
    de: 'Aktualisieren Sie die App auf dem Gerät: Ein Teil ihrer Meldungen ist nicht lesbar, ihr Zustand also nicht ganz bekannt.',
  },
  LONG_NOT_SEEN: {
    severity: 'attention',
    en: 'Switch the device on and connect it to the internet.',
    de: 'Schalten Sie das Gerät ein und verbinden Sie es mit dem Internet.',
  },
  COMPONENT_OFF: {
    severity: 'attention',
    en: 'Turn the protection component on again.',
    de: 'Schalten Sie die Schutzkomponente wieder ein.',
  },
  COMPONENT_FAILED: {
    severity: 'attention',
    en: 'Restart the app; if the component fails again, reinstall it.',
    de: 'Starten Sie die App neu; scheitert die Komponente erneut, installieren Sie sie neu.',
  },
  INCOMPATIBLE_APP: {
    severity: 'attention',
    en: 'Uninstall the app that is not compatible with the protection.',
    de: 'Deinstallieren Sie die App, die sich mit dem Schutz nicht verträgt.',
  },
  RESTART_REQUIRED: {
    severity: 'attention',
    en: 'Restart the device.',
    de: 'Starten Sie das Gerät neu.',
  },
  SCAN_RUNNING: {
    severity: 'info',
    en: 'Wait until the scan has ended.',
    de: 'Warten Sie, bis die Untersuchung beendet ist.',
  },
  UPDATE_RUNNING: {
    severity: 'info',
    en: 'Wait until the update has ended.',
    de: 'Warten Sie, bis die Aktualisierung beendet ist.',
  },
  NO_REPORT: {
    severity: 'info',
    en: 'Wait until the device has reported its state.',
    de: 'Warten Sie, bis das Gerät seinen Zustand gemeldet hat.',
  },
  DISCONNECTED: {
    severity: 'info',
    en: 'Make an enrollment code and enter it on the device to connect it again.',
    de: 'Erstellen Sie einen Code und geben Sie ihn auf dem Gerät ein, um es wieder zu verbinden.',
  },
} as const satisfies Record<string, { severity: ReasonSeverity } & Record<Language, string>>;

export type ReasonCode = keyof typeof reasons;

/** Those that the release before does not know: kept apart from the others while it still reads what is stored. */
export const newReasons: readonly ReasonCode[] = [
  'DATABASES_DATE_IMPLAUSIBLE',
  'CLOCK_IMPLAUSIBLE',
  'REPORT_INCOMPLETE',
];

/** In the reader's language, English where there is no other. */
export function remedyOf(code: ReasonCode, language: string): string {
  return reasons[code][textLanguage(language)];
}

const order = Object.keys(reasons);
/** For a sort. */
export const worstFirst = (a: ReasonCode, b: ReasonCode): number => order.indexOf(a) - order.indexOf(b);
