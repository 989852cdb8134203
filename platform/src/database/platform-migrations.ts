import { InboxByMessage1795800000000 } from './inbox-by-message.js';
import { KeyChecks1796090400000 } from './key-checks.js';
import { PlatformTables1700000000000 } from './platform-tables.js';

/** Of every service's database, before and among the service's own. */
export const platformMigrations = [
  PlatformTables1700000000000,
  InboxByMessage1795800000000,
  KeyChecks1796090400000,
];
