import type { ReasonSeverity } from '@tessera/contracts';
import { Texts } from '@tessera/platform';
import type en from '../texts/en.json';

const texts = Texts.load<typeof en>(new URL('../texts/', import.meta.url));

/** Every reason that a status can have, and how bad it is (DEV-028); what helps stands in the texts (DEV-029). */
export const severities = {
  QUARANTINED: 'problem',
  APP_MISSING: 'problem',
  APP_NOT_RUNNING: 'problem',
  PROTECTION_OFF: 'problem',
  THREATS_FOUND: 'problem',
  DATABASES_VERY_OLD: 'problem',
  ENCRYPTION_FAILED: 'problem',
  LICENSE_EXPIRED: 'problem',
  POSSIBLE_THREATS: 'attention',
  DATABASES_OLD: 'attention',
  DATABASES_DATE_IMPLAUSIBLE: 'attention',
  CLOCK_IMPLAUSIBLE: 'attention',
  REPORT_INCOMPLETE: 'attention',
  LONG_NOT_SEEN: 'attention',
  COMPONENT_OFF: 'attention',
  COMPONENT_FAILED: 'attention',
  INCOMPATIBLE_APP: 'attention',
  RESTART_REQUIRED: 'attention',
  SCAN_RUNNING: 'info',
  UPDATE_RUNNING: 'info',
  NO_REPORT: 'info',
  DISCONNECTED: 'info',
} as const satisfies Record<string, ReasonSeverity>;

export type ReasonCode = keyof typeof severities;

/** Those that the release before does not know: kept apart from the others while it still reads what is stored. */
export const newReasons: readonly ReasonCode[] = [
  'DATABASES_DATE_IMPLAUSIBLE',
  'CLOCK_IMPLAUSIBLE',
  'REPORT_INCOMPLETE',
];

/** In the reader's language, English where there is no other. */
export const remedyOf = (code: ReasonCode, language: string): string =>
  texts.say(`remedies.${code}`, language);

const order = Object.keys(severities);
/** For a sort. */
export const worstFirst = (a: ReasonCode, b: ReasonCode): number => order.indexOf(a) - order.indexOf(b);
