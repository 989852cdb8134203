import type { CommandKind } from '@tessera/contracts';

/** Seconds from delivery to the result. A full scan of a large disk takes most of a day. */
export const runTimeouts: Record<CommandKind, number> = {
  quick_scan: 3_600,
  full_scan: 24 * 3_600,
  update_databases: 3_600,
  lock_and_locate: 900,
  alarm: 900,
  mugshot: 900,
  wipe: 3_600,
};
