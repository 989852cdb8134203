import { Injectable } from '@nestjs/common';
import type { EndedEnrollment, HeldEnrollment } from '@tessera/contracts';
import { arrayLiteral, columns, hydrate, searchKey, type Db, type Tx } from '@tessera/platform';
import { Device } from './device.entity.js';

export type DeviceKey = Pick<Device, 'id' | 'companyId'>;

const KEY = columns(Device, undefined, ['id', 'companyId']);

/**
 * Devices of all companies: for a device that has not proved yet which one it is, for the gateway, whose sockets are of
 * many companies, and for jobs.
 */
@Injectable()
export class DevicesAcrossCompanies {
  /** With its company and its public key alone. */
  async findKey(id: string, db: Db): Promise<Device | null> {
    const [row] = await db.query(
      `select ${columns(Device, undefined, ['id', 'companyId', 'publicKey'])} from device where id = $1`,
      [id],
    );
    return row ? hydrate(Device, row) : null;
  }

  /** @returns those that have ended, and how */
  endedEnrollments(held: readonly HeldEnrollment[], db: Db): Promise<EndedEnrollment[]> {
    return db.query<EndedEnrollment>(
      `select held.device_id as "deviceId", held.epoch,
              case when d.epoch = held.epoch and d.connected then 'DEVICE_QUARANTINED' else 'ENROLLMENT_ENDED' end as code
         from unnest($1::uuid[], $2::int[]) as held (device_id, epoch) left join device d on d.id = held.device_id
        where d.id is null or not d.connected or d.epoch <> held.epoch or d.quarantined_at is not null`,
      [held.map((e) => e.deviceId), held.map((e) => e.epoch)],
    );
  }

  /** Devices whose status changes by time alone, the longest due first. @param without these ids */
  async dueForStatus(limit: number, without: readonly string[], db: Db): Promise<DeviceKey[]> {
    const rows = await db.query(
      `select ${KEY} from device where status_due_at <= now() and id <> all($2::uuid[])
        order by status_due_at limit $1`,
      [limit, arrayLiteral(without)],
    );
    return rows.map((row) => hydrate(Device, row));
  }

  /** Devices with commands whose time has run out. @param without these ids */
  dueForCommands(limit: number, without: readonly string[], db: Db): Promise<DeviceKey[]> {
    return db.query<DeviceKey>(
      `select distinct device_id as id, company_id as "companyId"
         from (select device_id, company_id from command
                where due_at <= now() and device_id <> all($2::uuid[]) order by due_at limit $1) as d`,
      [limit, arrayLiteral(without)],
    );
  }

  /** Makes those due for a new status that stand as not seen for long. */
  async endLongSilence(ids: readonly string[], tx: Tx): Promise<void> {
    await tx.query(
      `update device set status_due_at = now() where id = any($1::uuid[]) and reasons ? 'LONG_NOT_SEEN'`,
      [[...ids].sort()],
    );
  }

  /** Gives devices without a search key theirs. @returns how many there were, at most `limit` */
  async fillSearchKeys(limit: number, db: Db): Promise<number> {
    const rows = await db.query<{ id: string; name: string }>(
      `select id, name from device where search_key is null limit $1`,
      [limit],
    );
    if (rows.length)
      await db.query(
        `update device d set search_key = k.key from unnest($1::uuid[], $2::text[], $3::text[]) as k (id, name, key)
          where d.id = k.id and d.name = k.name and d.search_key is null`,
        [rows.map((r) => r.id), rows.map((r) => r.name), rows.map((r) => searchKey(r.name))],
      );
    return rows.length;
  }
}
