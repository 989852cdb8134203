import type { Db } from '@tessera/platform';
import type { Device } from './device.entity.js';

/** What a check-in has to know of its device. */
export interface CheckedInDevice extends Pick<
  Device,
  'epoch' | 'connected' | 'quarantinedAt' | 'continuity' | 'clockSkewSeconds'
> {
  /** By the clock of the database. */
  now: Date;
  /** A command waits for the device. */
  waiting: boolean;
}

/** One read, so that a check-in with nothing to do costs no more. */
export async function readCheckIn(companyId: string, id: string, db: Db): Promise<CheckedInDevice | null> {
  const [row] = await db.query<CheckedInDevice>(
    `select epoch, connected, quarantined_at as "quarantinedAt", continuity, now() as now,
            clock_skew_seconds as "clockSkewSeconds", exists (
              select 1 from command c where c.device_id = d.id and c.due_at is not null and c.due_at > now()
                 and c.state in ('queued', 'delivered', 'cancelling')) as waiting
       from device d where id = $1 and company_id = $2`,
    [id, companyId],
  );
  return row ?? null;
}
