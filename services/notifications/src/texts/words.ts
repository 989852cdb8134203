import type { Language } from './language.js';

type Words = {
  /** Why a license could not be added, by licensing's error codes. */
  reason: Record<string, string> & { other: string };
  /** What a registration was sent with; the end of the code stands behind it. */
  license: Record<string, string>;
  /** What an answer of support means for the customer, by the status of the request. */
  status: Record<string, string> & { other: string };
  /** What a device was told to do. Kinds that are not listed keep their name. */
  command: Record<string, string>;
  /** How it ended. */
  outcome: Record<string, string>;
};

/** Codes in words, by the name of the fact that carries them. */
export const words: Record<Language, Words> = {
  en: {
    reason: {
      CODE_UNKNOWN: 'there is no license with this activation code',
      CODE_MALFORMED: 'the activation code is not complete or mistyped',
      LICENSE_ALREADY_ADDED: 'the license belongs to another company account already',
      LICENSE_EXPIRED: 'the license has expired',
      LICENSE_BLOCKED: 'the license is blocked',
      LICENSE_SUPERSEDED: 'the license was replaced by a newer one',
      KEY_FILE_INVALID: 'the key file is not valid',
      other: 'it could not be checked',
    },
    license: { code: 'activation code that ends in', key_file: 'key file', none: 'none' },
    status: {
      awaiting_reply: 'Support is waiting for your answer.',
      solution_provided: 'Support has sent you a solution.',
      other: 'You can read the whole conversation in the portal.',
    },
    command: {
      quick_scan: 'Quick scan',
      full_scan: 'Full scan',
      update_databases: 'Database update',
      lock_and_locate: 'Lock and locate',
      alarm: 'Alarm',
      mugshot: 'Mugshot',
      wipe: 'Wipe',
    },
    outcome: {
      succeeded: 'succeeded',
      failed: 'failed',
      rejected: 'was rejected by the device',
      expired: 'was not delivered in time',
      timed_out: 'was not finished in time',
      cancelled: 'was cancelled',
      superseded: 'was replaced by a newer command',
    },
  },
  de: {
    reason: {
      CODE_UNKNOWN: 'zu diesem Aktivierungscode gibt es keine Lizenz',
      CODE_MALFORMED: 'der Aktivierungscode ist unvollständig oder falsch geschrieben',
      LICENSE_ALREADY_ADDED: 'die Lizenz gehört bereits zu einem anderen Firmenkonto',
      LICENSE_EXPIRED: 'die Lizenz ist abgelaufen',
      LICENSE_BLOCKED: 'die Lizenz ist gesperrt',
      LICENSE_SUPERSEDED: 'die Lizenz wurde durch eine neuere ersetzt',
      KEY_FILE_INVALID: 'die Schlüsseldatei ist ungültig',
      other: 'sie konnte nicht geprüft werden',
    },
    license: { code: 'Aktivierungscode, der so endet:', key_file: 'Schlüsseldatei', none: 'keine' },
    status: {
      awaiting_reply: 'Der Support wartet auf Ihre Antwort.',
      solution_provided: 'Der Support hat Ihnen eine Lösung geschickt.',
      other: 'Den ganzen Verlauf lesen Sie im Portal.',
    },
    command: {
      quick_scan: 'Schnelle Untersuchung',
      full_scan: 'Vollständige Untersuchung',
      update_databases: 'Aktualisierung der Datenbanken',
      lock_and_locate: 'Sperren und Orten',
      alarm: 'Alarm',
      mugshot: 'Foto des Benutzers',
      wipe: 'Löschen aller Daten',
    },
    outcome: {
      succeeded: 'erfolgreich beendet',
      failed: 'fehlgeschlagen',
      rejected: 'vom Gerät abgelehnt',
      expired: 'nicht rechtzeitig zugestellt',
      timed_out: 'nicht rechtzeitig beendet',
      cancelled: 'abgebrochen',
      superseded: 'durch einen neueren Befehl ersetzt',
    },
  },
};
