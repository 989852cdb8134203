import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '@tessera/platform';

/** How long a device counts as online after it was seen. */
export const LEASE_INTERVAL = `interval '45 seconds'`;

export interface PresenceChange {
  deviceId: string;
  companyId: string;
  version: number;
}

@Injectable()
export class PresenceRepository {
  /** A device that has just enrolled has been seen, and is not connected yet. */
  async enroll(deviceId: string, tx: Tx): Promise<void> {
    await tx.query(
      `insert into presence (device_id, online, lease_until, last_seen_at) values ($1, false, now(), now())
       on conflict (device_id) do update set online = false, lease_until = now(), last_seen_at = now()`,
      [deviceId],
    );
  }

  /** Renews leases, in the order of the ids, so that two batches never wait for each other. @returns devices that were offline */
  async renew(deviceIds: readonly string[], tx: Tx): Promise<PresenceChange[]> {
    return tx.query<PresenceChange>(
      `with seen as (
         select p.device_id, p.online, d.company_id, d.version
           from presence p join device d on d.id = p.device_id
          where p.device_id = any($1::uuid[]) and d.connected and d.quarantined_at is null
          order by p.device_id for update of p),
       renewed as (
         update presence p set online = true, lease_until = now() + ${LEASE_INTERVAL}, last_seen_at = now()
           from seen where p.device_id = seen.device_id)
       select device_id as "deviceId", company_id as "companyId", version from seen where not online`,
      [deviceIds],
    );
  }

  /** The socket is closed; a lease of another socket is renewed by its own gateway. @returns devices that were online */
  async release(deviceIds: readonly string[], tx: Tx): Promise<PresenceChange[]> {
    return this.end('p.device_id = any($1::uuid[])', [deviceIds], tx);
  }

  /** Ends leases that were not renewed in time. */
  async expire(limit: number, tx: Tx): Promise<PresenceChange[]> {
    return this.end('p.lease_until < now()', [limit], tx, 'limit $1');
  }

  async lastSeen(deviceId: string, db: Db): Promise<Date | null> {
    const [row] = await db.query<{ at: Date }>(
      'select last_seen_at as at from presence where device_id = $1',
      [deviceId],
    );
    return row?.at ?? null;
  }

  private async end(which: string, parameters: unknown[], tx: Tx, limit = ''): Promise<PresenceChange[]> {
    return tx.query<PresenceChange>(
      `with ended as (
         select p.device_id, d.company_id, d.version
           from presence p join device d on d.id = p.device_id
          where p.online and ${which} order by p.device_id ${limit} for update of p skip locked),
       written as (
         update presence p set online = false, lease_until = least(lease_until, now())
           from ended where p.device_id = ended.device_id)
       select device_id as "deviceId", company_id as "companyId", version from ended`,
      parameters,
    );
  }
}
