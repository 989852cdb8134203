import { Injectable } from '@nestjs/common';
import type { InstalledApp } from '@tessera/contracts';
import {
  columns,
  hydrate,
  NO_GENERIC_PLAN,
  repositoryOf,
  TenantRepository,
  uuidv7,
  type Db,
  type Tx,
} from '@tessera/platform';
import { In } from 'typeorm';
import { DeviceApp } from './device-app.entity.js';
import { Device } from './device.entity.js';
import type { ReadApps } from '../reports/read-apps.js';
import { conditions, KEY, partsOf, type DeviceFilter } from './device-filter.js';

export interface DeviceRow {
  device: Device;
  /** By which it stands in a list. */
  key: string;
  online: boolean;
  lastSeenAt: Date | null;
}

const LISTED = columns(Device, 'd', [
  'id',
  'companyId',
  'name',
  'platform',
  'connected',
  'status',
  'knownReasons',
  'newReasons',
  'clockSkewSeconds',
  'version',
]);

@Injectable()
export class DevicesRepository extends TenantRepository<Device> {
  constructor() {
    super(Device);
  }

  /** null if it does not exist, or another transaction has locked it. */
  async lockIfFree(companyId: string, id: string, tx: Tx): Promise<Device | null> {
    return this.rows(tx).findOne({
      where: this.key(companyId, id),
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  }

  async lockByKey(companyId: string, publicKey: string, tx: Tx): Promise<Device | null> {
    return this.rows(tx).findOne({ where: { companyId, publicKey }, lock: { mode: 'pessimistic_write' } });
  }

  /** Whether another account has a device with this key. */
  async connectedElsewhere(companyId: string, publicKey: string, db: Db): Promise<boolean> {
    const rows = await db.query(
      'select 1 from device where public_key = $2 and connected and company_id <> $1',
      [companyId, publicKey],
    );
    return rows.length > 0;
  }

  async findOne(companyId: string, id: string, db: Db): Promise<DeviceRow | null> {
    return (await this.read(db, 'd.company_id = $1 and d.id = $2', [companyId, id]))[0] ?? null;
  }

  /**
   * In the order of the names; of a search, those that begin with it come first.
   * @param after key and id of the last one shown
   */
  async page(
    companyId: string,
    f: DeviceFilter,
    after: [string, string] | null,
    limit: number,
    db: Db,
  ): Promise<DeviceRow[]> {
    const parts = f.search ? partsOf(f.search, after) : [{ where: [], order: KEY, after }];
    const rows: DeviceRow[] = [];
    for (const part of parts)
      if (rows.length < limit)
        rows.push(
          ...(await this.read(db, ...conditions(companyId, f, part, limit - rows.length), Boolean(f.search))),
        );
    return rows;
  }

  async apps(companyId: string, deviceIds: readonly string[], db: Db): Promise<DeviceApp[]> {
    return repositoryOf(db, DeviceApp).find({
      where: { companyId, deviceId: In([...deviceIds]) },
      order: { product: 'ASC' },
    });
  }

  /** Takes the device's own list of what is installed. @returns whether anything has changed */
  async takeApps(device: Device, { apps, unread }: ReadApps, tx: Tx): Promise<boolean> {
    const known = new Map((await this.apps(device.companyId, [device.id], tx)).map((a) => [a.product, a]));
    const listed = new Map(apps.map((a) => [a.product, a]));
    let changed = false;
    for (const app of listed.values()) {
      const row = known.get(app.product) ?? newApp(device, app);
      if (row.report(app)) changed = await this.writeApp(row, tx);
    }
    if (!unread) return changed;
    for (const row of known.values()) {
      const gone = !listed.has(row.product) && !unread.has(row.product);
      if (gone && row.uninstall()) changed = await this.writeApp(row, tx);
    }
    return changed;
  }

  /** They are no longer managed; whether they are installed and hold a seat is not ours to say. */
  async disconnectApps(device: Device, tx: Tx): Promise<void> {
    await tx.query('update device_app set connected = false where device_id = $1', [device.id]);
  }

  /** What the device reports and what follows from it, without counting the version up. The row is held. */
  async writeReport(d: Device, tx: Tx): Promise<void> {
    const json = (value: unknown) => value && JSON.stringify(value);
    await tx.query(
      `update device set report = $2, refused_parts = $3, clock_skew_seconds = $4, status = $5, reasons = $6,
              new_reasons = $7, status_due_at = $8
        where id = $1
          and (report, refused_parts, clock_skew_seconds, status, reasons, new_reasons, status_due_at) is distinct from
              ($2::jsonb, $3::jsonb, $4::integer, $5::text, $6::jsonb, $7::jsonb, $8::timestamptz)`,
      [
        d.id,
        json(d.report),
        json(d.refusedParts),
        d.clockSkewSeconds,
        d.status,
        json(d.knownReasons),
        json(d.newReasons),
        d.statusDueAt,
      ],
    );
  }

  /** What the next session has to show, without counting the version up. The row is held. */
  async writeContinuity(device: Device, tx: Tx): Promise<void> {
    await tx.query('update device set continuity = $2, previous_continuity = $3 where id = $1', [
      device.id,
      device.continuity,
      device.previousContinuity,
    ]);
  }

  private async writeApp(app: DeviceApp, tx: Tx): Promise<true> {
    await repositoryOf(tx, DeviceApp).upsert(app as never, ['deviceId', 'product']);
    return true;
  }

  /** @param search which index serves it depends on how many names have what is looked for */
  private async read(db: Db, where: string, parameters: unknown[], search = false): Promise<DeviceRow[]> {
    const rows = await db.query<Omit<DeviceRow, 'device'>>(
      `${search ? NO_GENERIC_PLAN : ''} select ${LISTED}, ${KEY} as key, p.last_seen_at as "lastSeenAt",
              coalesce(d.connected and p.online and p.lease_until > now(), false) as online
         from device d left join presence p on p.device_id = d.id where ${where}`,
      parameters,
    );
    return rows.map((row) => {
      const { key, online, lastSeenAt } = row;
      return { device: hydrate(Device, row), key, online, lastSeenAt };
    });
  }
}

function newApp(device: Device, { product }: InstalledApp): DeviceApp {
  return Object.assign(new DeviceApp(), {
    id: uuidv7(),
    deviceId: device.id,
    companyId: device.companyId,
    product,
  });
}
